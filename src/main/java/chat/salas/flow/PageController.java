package chat.salas.flow;

import com.vaadin.flow.shared.ApplicationConstants;
import io.micronaut.context.annotation.Executable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;

/**
 * The UI over HTTP. Its methods run on the event loop and only hand over to a virtual thread; {@link UiRoutes} says which
 * paths come here. Open to everybody: what may be seen is decided by the views.
 */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
class PageController {
    private static final Set<String> CALLS =
            Set.of(ApplicationConstants.REQUEST_TYPE_UIDL, ApplicationConstants.REQUEST_TYPE_HEARTBEAT);

    private final FlowExchange exchange;
    private final StaticFiles files;
    private final FlowSettings settings;
    private final ErrorResponseProcessor<?> failures;
    private final ExecutorService virtual;

    PageController(
            FlowExchange exchange,
            StaticFiles files,
            FlowSettings settings,
            ErrorResponseProcessor<?> failures,
            @Named(TaskExecutors.VIRTUAL) ExecutorService virtual) {
        this.exchange = exchange;
        this.files = files;
        this.settings = settings;
        this.failures = failures;
        this.virtual = virtual;
    }

    private interface Work {
        void answer(CompletableFuture<HttpResponse<?>> answer) throws IOException;
    }

    @Executable
    CompletionStage<HttpResponse<?>> page(HttpRequest<?> request) {
        return run(answer -> {
            String path = decoded(request);
            if (isFile(request, path)) {
                answer.complete(file(request, path));
            } else {
                exchange.answer(request, InputStream.nullInputStream(), answer);
            }
        });
    }

    @Executable
    CompletionStage<HttpResponse<?>> call(HttpRequest<?> request) {
        String type = FlowExchange.type(request);
        if (type == null || !CALLS.contains(type)) {
            throw new HttpStatusException(HttpStatus.METHOD_NOT_ALLOWED, "method: POST (expected: GET)");
        }
        checkPageNumber(request);
        InputStream body = bodyOf(request);
        return run(answer -> {
            try (body) {
                exchange.answer(request, CallBody.read(request, body, settings.maxMessageBytes()), answer);
            }
        });
    }

    @Executable
    CompletionStage<HttpResponse<?>> upload(HttpRequest<?> request) {
        InputStream body = bodyOf(request);
        return run(answer -> {
            try (body) {
                exchange.answer(request, body, answer);
            }
        });
    }

    /** The push script says so when its page closes. */
    @Executable
    HttpResponse<?> pushClosed(HttpRequest<?> request) {
        return HttpResponse.ok();
    }

    /** Keeps the UI's own answer to an unknown address: it is a page, not a problem document. */
    @Error(status = HttpStatus.NOT_FOUND)
    HttpResponse<?> notFound(HttpRequest<?> request) {
        HttpResponse<?> page = FlowExchange.answerTo(request);
        return page == null
                ? failures.processResponse(ErrorContext.builder(request).build(), HttpResponse.notFound())
                : page;
    }

    private CompletionStage<HttpResponse<?>> run(Work work) {
        CompletableFuture<HttpResponse<?>> answer = new CompletableFuture<>();
        virtual.execute(() -> {
            try {
                work.answer(answer);
            } catch (Throwable e) { // the browser must hear of an Error too, it would wait for ever
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    private static InputStream bodyOf(HttpRequest<?> request) {
        return ((ServerHttpRequest<?>) request).byteBody().move().toInputStream();
    }

    private static String decoded(HttpRequest<?> request) {
        try {
            return Paths.decode(request.getPath());
        } catch (IllegalArgumentException e) {
            throw new HttpStatusException(HttpStatus.BAD_REQUEST, "path: malformed");
        }
    }

    private static void checkPageNumber(HttpRequest<?> request) {
        String page = request.getParameters()
                .getFirst(ApplicationConstants.UI_ID_PARAMETER)
                .orElse("");
        if (!page.matches("\\d{1,9}")) {
            throw new HttpStatusException(HttpStatus.BAD_REQUEST, "v-uiId: no number");
        }
    }

    private static boolean isFile(HttpRequest<?> request, String path) {
        return FlowExchange.type(request) == null
                && !path.startsWith(FlowExchange.DYNAMIC)
                && (path.startsWith("/VAADIN/") || MediaTypes.of(path).isPresent());
    }

    private HttpResponse<?> file(HttpRequest<?> request, String path) {
        return files.find(path, request.getHeaders().get("Accept-Encoding"))
                .<HttpResponse<?>>map(file -> file.answer(request))
                .orElseThrow(() -> new HttpStatusException(HttpStatus.NOT_FOUND, "No such file"));
    }
}
