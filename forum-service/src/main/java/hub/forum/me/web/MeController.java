package hub.forum.me.web;

import hub.forum.audit.AuditLog;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import hub.platform.security.PublicPaths;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;

@Controller
class MeController {
    private final MessageSource messages;

    MeController(MessageSource messages) {
        this.messages = messages;
    }

    /** Open to everybody, so that somebody who is not approved can see why, and sign out. */
    @Bean
    static PublicPaths mePath() {
        return PublicPaths.of("/me");
    }

    @GetMapping("/me")
    Rendering me(Viewer viewer) {
        if (!viewer.signedIn()) {
            return Rendering.redirectTo("/oauth2/authorization/hearth").build();
        }
        List<String> roles = viewer.roles().stream()
                .sorted()
                .map(role -> messages.getMessage("role." + role.slug(), null, Locale.UK))
                .toList();
        return Rendering.view("me/me")
                .modelAttribute("roles", roles)
                .modelAttribute("mayAudit", AuditLog.mayRead(viewer))
                .modelAttribute("mayEdit", viewer.is(Role.STAFF_EDITOR))
                .build();
    }
}
