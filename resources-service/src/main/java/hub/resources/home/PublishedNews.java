package hub.resources.home;

import hub.platform.identity.Viewer;
import hub.platform.pages.HomeNews;
import hub.resources.publishing.PublicationLine;
import hub.resources.publishing.PublicationWords;
import hub.resources.publishing.Publications;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** News, best practice and training that is still to come, newest first. */
@Component
class PublishedNews implements HomeNews {
    private final Publications publications;
    private final PublicationWords words;

    PublishedNews(Publications publications, PublicationWords words) {
        this.publications = publications;
        this.words = words;
    }

    @Override
    public Mono<List<HomeNews.Line>> latest(Viewer viewer, int limit) {
        return publications
                .current(limit, viewer)
                .collectList()
                .flatMap(list -> words.lines(list, viewer))
                .map(lines -> lines.stream().map(PublishedNews::line).toList());
    }

    private static HomeNews.Line line(PublicationLine line) {
        return new HomeNews.Line(
                line.href(),
                line.kind(),
                line.title(),
                line.when().isEmpty() ? line.summary() : line.when(),
                line.time(),
                line.mustRead(),
                line.updated());
    }
}
