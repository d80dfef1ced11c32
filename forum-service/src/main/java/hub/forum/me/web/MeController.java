package hub.forum.me.web;

import hub.forum.me.NewLinkNotice;
import hub.platform.identity.Accounts;
import hub.platform.identity.Viewer;
import hub.platform.pages.MeLink;
import hub.platform.pages.Pages;
import hub.platform.security.PublicPaths;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Controller
class MeController {
    private final MessageSource messages;
    private final Accounts accounts;
    private final NewLinkNotice newLink;
    private final List<MeLink> links;

    MeController(MessageSource messages, Accounts accounts, NewLinkNotice newLink, ObjectProvider<MeLink> links) {
        this.messages = messages;
        this.accounts = accounts;
        this.newLink = newLink;
        this.links = links.orderedStream().toList();
    }

    /** Open to everybody, so that somebody who is not approved can see why, and sign out. */
    @Bean
    static PublicPaths mePath() {
        return PublicPaths.of("/me", "/me/seen");
    }

    /**
     * @param roles in words
     * @param newLink that a new link was made, a sentence; empty for nothing
     * @param links what the viewer looks after
     * @param own what is theirs alone
     */
    record Me(List<String> roles, String newLink, List<MeLink> links, List<MeLink> own) {
        static Me of(List<String> roles, String newLink, List<MeLink> all) {
            return new Me(roles, newLink, some(MeLink.Kind.LOOKED_AFTER, all), some(MeLink.Kind.OWN, all));
        }

        private static List<MeLink> some(MeLink.Kind kind, List<MeLink> all) {
            return all.stream().filter(link -> link.kind() == kind).toList();
        }
    }

    @GetMapping("/me")
    Mono<Rendering> me(Viewer viewer, ServerWebExchange exchange) {
        return viewer.signedIn()
                ? Mono.zip(newLink.of(viewer), links(viewer, exchange))
                        .map(found -> Pages.show("me/me", Me.of(roles(viewer), found.getT1(), found.getT2())))
                : Mono.just(Rendering.redirectTo("/oauth2/authorization/hearth").build());
    }

    @PostMapping("/me/seen")
    Mono<Rendering> seen(Viewer viewer) {
        return accounts.newLinkSeen(viewer).thenReturn(Pages.seeOther("/me"));
    }

    private Mono<List<MeLink>> links(Viewer viewer, ServerWebExchange exchange) {
        return Flux.fromIterable(links)
                .filterWhen(link -> link.isFor(viewer, exchange))
                .collectList();
    }

    private List<String> roles(Viewer viewer) {
        return viewer.roles().stream()
                .sorted()
                .map(role -> messages.getMessage("role." + role.slug(), null, Locale.UK))
                .toList();
    }
}
