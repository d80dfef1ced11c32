package hub.forum.me.web;

import hub.forum.audit.AuditLog;
import hub.forum.groups.Rights;
import hub.forum.me.NewLinkNotice;
import hub.platform.identity.Accounts;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import hub.platform.security.PublicPaths;
import hub.platform.web.Pages;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

@Controller
class MeController {
    private final MessageSource messages;
    private final Rights rights;
    private final Accounts accounts;
    private final NewLinkNotice newLink;

    MeController(MessageSource messages, Rights rights, Accounts accounts, NewLinkNotice newLink) {
        this.messages = messages;
        this.rights = rights;
        this.accounts = accounts;
        this.newLink = newLink;
    }

    /** Open to everybody, so that somebody who is not approved can see why, and sign out. */
    @Bean
    static PublicPaths mePath() {
        return PublicPaths.of("/me", "/me/seen");
    }

    @GetMapping("/me")
    Mono<Rendering> me(Viewer viewer) {
        return viewer.signedIn()
                ? newLink.of(viewer).flatMap(notice -> page(viewer, notice))
                : Mono.just(Rendering.redirectTo("/oauth2/authorization/hearth").build());
    }

    @PostMapping("/me/seen")
    Mono<Rendering> seen(Viewer viewer) {
        return accounts.newLinkSeen(viewer).thenReturn(Pages.seeOther("/me"));
    }

    private Mono<Rendering> page(Viewer viewer, String notice) {
        List<String> roles = viewer.roles().stream()
                .sorted()
                .map(role -> messages.getMessage("role." + role.slug(), null, Locale.UK))
                .toList();
        return rights.of(viewer)
                .map(visibility -> Rendering.view("me/me")
                        .modelAttribute("roles", roles)
                        .modelAttribute("newLink", notice)
                        .modelAttribute(
                                "mayAnswer",
                                viewer.moderator() || visibility.own().stream().anyMatch(visibility::leads))
                        .modelAttribute("mayAudit", AuditLog.mayRead(viewer))
                        .modelAttribute("mayEdit", viewer.is(Role.STAFF_EDITOR))
                        .build());
    }
}
