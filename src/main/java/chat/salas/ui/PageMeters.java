package chat.salas.ui;

import chat.salas.flow.OpenPages;
import chat.salas.metrics.Exposition;
import chat.salas.metrics.MeterSource;
import jakarta.inject.Singleton;

/** How many pages are open. */
@Singleton
final class PageMeters implements MeterSource {
    private final OpenPages pages;

    PageMeters(OpenPages pages) {
        this.pages = pages;
    }

    @Override
    public void tell(Exposition out) {
        out.gauge("salas_pages_open", "Pages open in browsers.", pages.count());
    }
}
