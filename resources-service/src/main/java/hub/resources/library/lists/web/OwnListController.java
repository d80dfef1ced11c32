package hub.resources.library.lists.web;

import hub.platform.forms.Form;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.resources.library.Piece;
import hub.resources.library.lists.Favourites;
import hub.resources.library.lists.ReadingLists;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What somebody was sent to read, and what they keep at hand. */
@Controller
class OwnListController {
    private final ReadingLists lists;
    private final Favourites favourites;

    OwnListController(ReadingLists lists, Favourites favourites) {
        this.lists = lists;
        this.favourites = favourites;
    }

    record OwnPage(List<ReadingLists.Own> lists, List<Piece> kept) {}

    @GetMapping("/library/lists/own")
    Mono<Rendering> own(Viewer viewer) {
        return Mono.zip(lists.own(viewer).collectList(), favourites.of(viewer).collectList())
                .map(both -> Pages.show("library/own", new OwnPage(both.getT1(), both.getT2())));
    }

    @GetMapping("/library/lists/{list:[0-9a-z]{12}}")
    Mono<Rendering> list(@PathVariable String list, Viewer viewer) {
        return lists.own(list, viewer).map(own -> Pages.show("library/own-list", own));
    }

    @PostMapping("/library/lists/{list:[0-9a-z]{12}}/tick")
    Mono<Rendering> tick(@PathVariable String list, Form<TickForm> form, Viewer viewer) {
        TickForm sent = form.value();
        return lists.tick(list, sent.guide(), sent.done(), viewer)
                .map(after -> Pages.seeOther(after.path() + "#" + sent.guide()));
    }

    @PostMapping("/library/{slug}/keep")
    Mono<Rendering> keep(@PathVariable String slug, Viewer viewer) {
        return favourites.keep(slug, viewer).map(piece -> Pages.seeOther(piece.path() + "?done=kept"));
    }

    @PostMapping("/library/{slug}/let-go")
    Mono<Rendering> letGo(@PathVariable String slug, Viewer viewer) {
        return favourites.letGo(slug, viewer).map(piece -> Pages.seeOther(piece.path() + "?done=unkept"));
    }
}
