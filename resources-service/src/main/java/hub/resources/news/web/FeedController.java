package hub.resources.news.web;

import hub.platform.identity.Viewer;
import hub.platform.site.Site;
import hub.resources.publishing.Kind;
import hub.resources.publishing.Publication;
import hub.resources.publishing.Publications;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Mono;

/** Feeds of public news. Whoever asks, signed in or not, they hold what anybody may read: feed readers pass on what they get. */
@Controller
class FeedController {
    private static final int MOST = 30;
    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);

    private final Publications publications;
    private final MessageSource messages;
    private final Site site;
    private final String address;

    /** @param address the hub's own */
    FeedController(
            Publications publications,
            MessageSource messages,
            Site site,
            @Value("${hearth.mail.address}") String address) {
        this.publications = publications;
        this.messages = messages;
        this.site = site;
        this.address = address;
    }

    @GetMapping("/news/feed.atom")
    Mono<ResponseEntity<byte[]>> news() {
        return feed("/news", "news.title", List.of(Kind.NEWS, Kind.BEST_PRACTICE, Kind.BLOG, Kind.CAMPAIGN));
    }

    @GetMapping("/news/blog/feed.atom")
    Mono<ResponseEntity<byte[]>> blog() {
        return feed("/news/blog", "news.blog.title", List.of(Kind.BLOG));
    }

    private Mono<ResponseEntity<byte[]>> feed(String path, String title, List<Kind> kinds) {
        return publications
                .newest(kinds, Optional.empty(), MOST, Viewer.nobody())
                .collectList()
                .map(items -> ResponseEntity.ok()
                        .contentType(ATOM)
                        .body(atom(path, title, items).bytes()));
    }

    private AtomFeed atom(String path, String title, List<Publication> items) {
        return new AtomFeed(
                address,
                path,
                site.name() + ": " + messages.getMessage(title, null, Locale.UK),
                site.name(),
                items.stream().map(FeedController::entry).toList());
    }

    private static AtomFeed.Entry entry(Publication item) {
        return new AtomFeed.Entry(
                item.path(),
                item.title(),
                item.words().summary(),
                item.shownAt(),
                Optional.ofNullable(item.updatedAt()).orElse(item.shownAt()));
    }
}
