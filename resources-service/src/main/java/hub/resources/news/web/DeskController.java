package hub.resources.news.web;

import hub.platform.forms.Form;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.Viewer;
import hub.platform.pages.NotFound;
import hub.platform.pages.Pages;
import hub.platform.text.Slug;
import hub.resources.publishing.Position;
import hub.resources.publishing.Publication;
import hub.resources.publishing.PublicationWords;
import hub.resources.publishing.Publications;
import hub.resources.publishing.State;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The editors' desk: what there is in each state, and putting away. */
@Controller
class DeskController {
    private static final int PAGE = 20;
    private static final String ARCHIVE = "news/archive";

    private final Publications publications;
    private final PublicationWords words;
    private final NewsSections sections;
    private final Accounts accounts;

    DeskController(Publications publications, PublicationWords words, NewsSections sections, Accounts accounts) {
        this.publications = publications;
        this.words = words;
        this.sections = sections;
        this.accounts = accounts;
    }

    @GetMapping("/news/desk")
    Mono<Rendering> desk(
            @RequestParam(defaultValue = "draft") String state,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String done,
            Viewer viewer) {
        State chosen = Slug.find(State.class, state).orElseThrow(NotFound::new);
        String list = "/news/desk?state=" + chosen.slug();
        return publications
                .desk(chosen, Position.of(before), PAGE + 1, viewer)
                .collectList()
                .flatMap(found -> lines(found.subList(0, Math.min(PAGE, found.size())))
                        .map(lines -> new DeskPage(
                                chosen,
                                sections.desk(chosen),
                                lines,
                                before.isEmpty() ? null : list,
                                older(list, found),
                                PublicationWords.done(done, viewer))))
                .map(page -> Pages.show("news/desk", page));
    }

    record ArchivePage(Publication item) {
        public List<String> fields() {
            return List.of("instead", "why");
        }
    }

    /** Asks first: readers lose it. */
    @GetMapping("/news/{id:[0-9a-z]{12}}/archive")
    Mono<Rendering> askToArchive(@PathVariable String id, Viewer viewer) {
        return publications.forEditor(id, viewer).map(publication -> switch (publication.state()) {
            case DRAFT, IN_REVIEW, SCHEDULED, PUBLISHED ->
                Pages.show(ARCHIVE, new ArchivePage(publication), Form.of(new ArchiveForm("", "")));
            case ARCHIVED -> Rendering.redirectTo(publication.path()).build();
        });
    }

    @PostMapping("/news/{id:[0-9a-z]{12}}/archive")
    Mono<Rendering> archive(@PathVariable String id, Form<ArchiveForm> form, Viewer viewer) {
        return publications
                .forEditor(id, viewer)
                .flatMap(now -> form.submit(
                        sent -> publications
                                .archive(id, sent.insteadSlug(), sent.why(), viewer)
                                .map(away -> Pages.seeOther("/news/desk?state=archived&done=archived")),
                        again -> Mono.just(Pages.show(ARCHIVE, new ArchivePage(now), again))));
    }

    /** What was put away is published again, or a draft if it never was. */
    @PostMapping("/news/{id:[0-9a-z]{12}}/bring-back")
    Mono<Rendering> bringBack(@PathVariable String id, Viewer viewer) {
        return publications
                .bringBack(id, viewer)
                .map(publication ->
                        Pages.seeOther("/news/desk?state=" + publication.state().slug() + "&done=brought-back"));
    }

    private Mono<List<DeskPage.DeskLine>> lines(List<Publication> found) {
        return accounts.names(found.stream()
                        .map(publication -> publication.changed().by())
                        .distinct()
                        .toList())
                .map(names -> found.stream()
                        .map(publication -> line(publication, names))
                        .toList());
    }

    private DeskPage.DeskLine line(Publication publication, Names names) {
        String by = publication.changed().by();
        String edit = switch (publication.state()) {
            case DRAFT, PUBLISHED -> "/news/" + publication.id() + (publication.waits() ? "/review" : "/edit");
            case IN_REVIEW, SCHEDULED -> "/news/" + publication.id() + "/review";
            case ARCHIVED -> null;
        };
        return new DeskPage.DeskLine(
                words.deskLine(publication),
                names.of(by).name(),
                edit,
                publication.state() == State.SCHEDULED ? publication.appears() : "",
                publication.sentBack() != null);
    }

    private static @Nullable String older(String list, List<Publication> found) {
        if (found.size() <= PAGE) {
            return null;
        }
        Publication last = found.get(PAGE - 1);
        return list + "&before=" + new Position(last.changed().at(), last.id());
    }
}
