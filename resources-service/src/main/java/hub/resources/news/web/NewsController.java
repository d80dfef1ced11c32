package hub.resources.news.web;

import hub.platform.identity.Accounts;
import hub.platform.identity.PersonName;
import hub.platform.identity.Viewer;
import hub.platform.pages.NotFound;
import hub.platform.pages.Pages;
import hub.platform.text.Slug;
import hub.platform.time.Times;
import hub.resources.publishing.Kind;
import hub.resources.publishing.Position;
import hub.resources.publishing.Publication;
import hub.resources.publishing.PublicationWords;
import hub.resources.publishing.Publications;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** News to read. */
@Controller
class NewsController {
    private static final int PAGE = 20;

    private final Publications publications;
    private final PublicationWords words;
    private final NewsSections sections;
    private final Accounts accounts;
    private final Times times;
    private final Sharing sharing;

    NewsController(
            Publications publications,
            PublicationWords words,
            NewsSections sections,
            Accounts accounts,
            Times times,
            Sharing sharing) {
        this.publications = publications;
        this.words = words;
        this.sections = sections;
        this.accounts = accounts;
        this.times = times;
        this.sharing = sharing;
    }

    @GetMapping("/news")
    Mono<Rendering> list(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String before,
            Viewer viewer) {
        List<Kind> kinds = kind.isEmpty()
                ? Kind.ofNews()
                : List.of(Slug.find(Kind.class, kind).filter(Kind::isNews).orElseThrow(NotFound::new));
        return list(
                "news",
                "/news/feed.atom",
                kinds,
                kind,
                "/news?" + (kind.isEmpty() ? "" : "kind=" + kind),
                before,
                viewer);
    }

    /** The manager's blog. */
    @GetMapping("/news/blog")
    Mono<Rendering> blog(@RequestParam(defaultValue = "") String before, Viewer viewer) {
        return list(
                "news.blog",
                "/news/blog/feed.atom",
                List.of(Kind.BLOG),
                Kind.BLOG.slug(),
                "/news/blog?",
                before,
                viewer);
    }

    private Mono<Rendering> list(
            String column, String feed, List<Kind> kinds, String section, String path, String before, Viewer viewer) {
        return publications
                .newest(kinds, Position.of(before), PAGE + 1, viewer)
                .collectList()
                .flatMap(found -> words.lines(found.subList(0, Math.min(PAGE, found.size())), viewer)
                        .map(lines -> new ListPage(
                                column,
                                feed,
                                sections.news(section),
                                lines,
                                before.isEmpty() ? null : path,
                                older(path, found))))
                .map(page -> Pages.show("news/list", page));
    }

    @GetMapping({"/news/{id:[0-9a-z]{12}}", "/news/{id:[0-9a-z]{12}}/{slug}"})
    Mono<Rendering> item(
            @PathVariable String id,
            @PathVariable(required = false) @Nullable String slug,
            @RequestParam(defaultValue = "") String done,
            Viewer viewer) {
        return publications
                .find(id, viewer)
                .flatMap(found -> found.path().equals("/news/" + id + "/" + slug)
                        ? item(found, done, viewer)
                        : Mono.just(Rendering.redirectTo(found.path()).build()));
    }

    /** "I have read this", of whatever kind it is. */
    @PostMapping("/news/{id:[0-9a-z]{12}}/read")
    Mono<Rendering> read(@PathVariable String id, Viewer viewer) {
        return publications.haveRead(id, viewer).map(publication -> Pages.seeOther(publication.path() + "#read"));
    }

    private Mono<Rendering> item(Publication item, String done, Viewer viewer) {
        return Mono.zip(
                        publications.readBy(viewer, List.of(item)),
                        accounts.names(List.of(item.author())),
                        readers(item, viewer))
                .map(found -> new ItemPage(
                        item,
                        words.kind(item.kind()),
                        times.say(item.shownAt()),
                        words.updated(item),
                        found.getT2().of(item.author()),
                        words.readBy(item, viewer),
                        found.getT1().contains(item.id()),
                        found.getT3().orElse(null),
                        PublicationWords.done(done, viewer)))
                .map(page -> sharing.of(Pages.show("news/item", page), item));
    }

    private Mono<Optional<ItemPage.Readers>> readers(Publication item, Viewer viewer) {
        return viewer.staffEditor()
                ? publications
                        .readers(item, viewer)
                        .map(found -> Optional.of(new ItemPage.Readers(
                                found.has().size(),
                                found.has().size() + found.not().size())))
                        .defaultIfEmpty(Optional.empty())
                : Mono.just(Optional.empty());
    }

    record ReadersPage(Publication item, String by, List<PersonName> has, List<PersonName> not) {}

    /** Who has read it, for editors. */
    @GetMapping("/news/{id:[0-9a-z]{12}}/readers")
    Mono<Rendering> readers(@PathVariable String id, Viewer viewer) {
        return publications
                .forEditor(id, viewer)
                .flatMap(item -> publications
                        .readers(item, viewer)
                        .map(found ->
                                new ReadersPage(item, times.day(item.toRead().by()), found.has(), found.not())))
                .map(page -> Pages.show("news/readers", page));
    }

    /** The page after this one, if one more than a page was found. */
    static @Nullable String older(String list, List<Publication> found) {
        if (found.size() <= PAGE) {
            return null;
        }
        Publication last = found.get(PAGE - 1);
        String joint = list.endsWith("?") ? "" : "&";
        return list + joint + "before=" + new Position(last.shownAt(), last.id());
    }
}
