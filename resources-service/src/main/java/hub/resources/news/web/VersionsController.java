package hub.resources.news.web;

import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.text.WordChanges;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import hub.resources.publishing.Publication;
import hub.resources.publishing.PublicationVersion;
import hub.resources.publishing.Publications;
import hub.resources.publishing.State;
import hub.resources.publishing.Versions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What a publication said before: a list of its versions, and each with what differs from the one before it. */
@Controller
class VersionsController {
    private static final int PAGE = 20;

    private final Publications publications;
    private final Versions versions;
    private final Accounts accounts;
    private final Times times;

    VersionsController(Publications publications, Versions versions, Accounts accounts, Times times) {
        this.publications = publications;
        this.versions = versions;
        this.accounts = accounts;
        this.times = times;
    }

    /** @param state a word's slug: what it was then */
    record Line(String href, long number, String title, String state, String what, String by, Moment at) {}

    record ListPage(
            Publication item,
            List<Line> lines,
            @Nullable String newer,
            @Nullable String older) {}

    /** @param restore where its words are put into the form; null while it cannot be changed */
    record VersionPage(
            Publication item,
            Line version,
            List<WordChanges.Piece> changes,
            @Nullable String restore) {}

    @GetMapping("/news/{id:[0-9a-z]{12}}/versions")
    Mono<Rendering> all(@PathVariable String id, @RequestParam(defaultValue = "") String before, Viewer viewer) {
        Optional<Long> from = before.matches("[0-9]{1,9}") ? Optional.of(Long.valueOf(before)) : Optional.empty();
        String path = "/news/" + id + "/versions";
        return publications
                .forEditor(id, viewer)
                .flatMap(item -> versions.of(id, from, PAGE + 1, viewer)
                        .collectList()
                        .flatMap(found -> lines(found.subList(0, Math.min(PAGE, found.size())))
                                .map(lines -> new ListPage(
                                        item,
                                        lines,
                                        from.isEmpty() ? null : path,
                                        found.size() <= PAGE
                                                ? null
                                                : path + "?before="
                                                        + found.get(PAGE - 1).number())))
                        .map(page -> Pages.show("news/versions", page)));
    }

    @GetMapping("/news/{id:[0-9a-z]{12}}/versions/{number:[0-9]{1,9}}")
    Mono<Rendering> one(@PathVariable String id, @PathVariable long number, Viewer viewer) {
        return publications
                .forEditor(id, viewer)
                .flatMap(item -> versions.compared(id, number, viewer)
                        .flatMap(compared -> lines(List.of(compared.version()))
                                .map(lines -> new VersionPage(
                                        item, lines.getFirst(), compared.changes(), restore(item, number))))
                        .map(page -> Pages.show("news/version", page)));
    }

    private static @Nullable String restore(Publication item, long number) {
        boolean open = (item.state() == State.DRAFT || item.state() == State.PUBLISHED) && !item.waits();
        return open ? "/news/" + item.id() + "/edit?from=" + number : null;
    }

    private Mono<List<Line>> lines(List<PublicationVersion> some) {
        return accounts.names(
                        some.stream().map(PublicationVersion::by).distinct().toList())
                .map(names -> some.stream().map(version -> line(version, names)).toList());
    }

    private Line line(PublicationVersion version, Names names) {
        return new Line(
                "/news/" + version.publication() + "/versions/" + version.number(),
                version.number() + 1,
                version.manuscript().title(),
                version.state().slug(),
                version.what(),
                names.of(version.by()).name(),
                times.say(version.at()));
    }
}
