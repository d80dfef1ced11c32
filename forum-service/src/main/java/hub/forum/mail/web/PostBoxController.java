package hub.forum.mail.web;

import hub.platform.identity.Viewer;
import hub.platform.mail.PostBoxStore;
import hub.platform.pages.NotFound;
import hub.platform.pages.Pages;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The letters that the viewer would have got by mail. Where there is a mail server, this does not exist. */
@Controller
class PostBoxController {
    /** A letter brings its own looks, and nothing else: no script, no form, no picture from elsewhere. */
    private static final String LETTER =
            "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups allow-top-navigation";

    private final PostBoxStore postBox;
    private final Times times;

    PostBoxController(PostBoxStore postBox, Times times) {
        this.postBox = postBox;
        this.times = times;
    }

    record Box(List<Line> letters) {}

    record Line(String id, String subject, Moment at) {}

    record Opened(String id, String subject, String to, Moment at, String text) {}

    @GetMapping("/mail/box")
    Mono<Rendering> box(Viewer viewer) {
        return postBox.isOpen()
                ? postBox.of(viewer)
                        .map(letter -> new Line(letter.id(), letter.subject(), times.say(letter.at())))
                        .collectList()
                        .map(letters -> Pages.show("mail/box", new Box(letters)))
                : Mono.empty();
    }

    @GetMapping("/mail/box/{id}")
    Mono<Rendering> letter(@PathVariable String id, Viewer viewer) {
        return find(id, viewer)
                .map(letter -> Pages.show(
                        "mail/kept",
                        new Opened(letter.id(), letter.subject(), letter.to(), times.say(letter.at()), letter.text())));
    }

    @GetMapping("/mail/box/{id}/looks")
    Mono<ResponseEntity<String>> looks(@PathVariable String id, Viewer viewer) {
        return find(id, viewer)
                .map(letter -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                        .header("Content-Security-Policy", LETTER)
                        .body(letter.html()))
                .switchIfEmpty(Mono.error(NotFound::new));
    }

    private Mono<PostBoxStore.Kept> find(String id, Viewer viewer) {
        return postBox.isOpen() ? postBox.find(id, viewer) : Mono.empty();
    }
}
