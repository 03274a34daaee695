package chat.salas.web;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;

/** What takes exceptions to {@link ProblemResponses} where Micronaut would answer by itself. */
final class FailureModule {
    private FailureModule() {}

    /** All that no closer handler takes, first of all our own Problems. */
    @Singleton
    static final class Any implements ExceptionHandler<Throwable, HttpResponse<?>> {
        private final ProblemResponses responses;

        Any(ProblemResponses responses) {
            this.responses = responses;
        }

        @Override
        public HttpResponse<?> handle(HttpRequest request, Throwable failure) {
            return responses.of(request, failure);
        }
    }

    /** Never redirects: pages find out by themselves that nobody is signed in. */
    @Singleton
    @Replaces(DefaultAuthorizationExceptionHandler.class)
    static final class NotAuthorized implements ExceptionHandler<AuthorizationException, HttpResponse<?>> {
        private final ProblemResponses responses;

        NotAuthorized(ProblemResponses responses) {
            this.responses = responses;
        }

        @Override
        public HttpResponse<?> handle(HttpRequest request, AuthorizationException failure) {
            return responses.of(request, failure);
        }
    }
}
