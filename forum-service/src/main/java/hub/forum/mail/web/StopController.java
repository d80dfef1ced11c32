package hub.forum.mail.web;

import hub.platform.mail.MailStops;
import hub.platform.pages.Pages;
import hub.platform.security.PublicPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Where the link in a letter leads that stops its kind: one tap, without signing in. */
@Controller
class StopController {
    private static final String PATH = "/mail/stop/{token}";

    private final MailStops stops;

    StopController(MailStops stops) {
        this.stops = stops;
    }

    /** Mail programs send the form by themselves (RFC 8058), from anywhere, without a form token: the signed link is the right to. */
    @Bean
    static PublicPaths stopPath() {
        return PublicPaths.of("/mail/stop/*").alsoFromElsewhere();
    }

    /** @param done whether it was stopped just now */
    record Stop(String token, String kind, boolean done) {}

    @GetMapping(PATH)
    Mono<Rendering> ask(@PathVariable String token) {
        return stops.kind(token).map(kind -> Pages.show("mail/stop", new Stop(token, kind, false)));
    }

    @PostMapping(PATH)
    Mono<Rendering> stop(@PathVariable String token) {
        return stops.stop(token).map(kind -> Pages.show("mail/stop", new Stop(token, kind, true)));
    }
}
