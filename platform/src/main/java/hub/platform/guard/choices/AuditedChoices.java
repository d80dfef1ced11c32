package hub.platform.guard.choices;

import hub.platform.audit.AuditLog;
import hub.platform.guard.PostedAnyway;
import hub.platform.viewer.CurrentViewer;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Kept in the audit log, so that those who oversee it see how often people post against advice. */
@Component
class AuditedChoices implements PostedAnyway {
    private final AuditLog audit;
    private final CurrentViewer viewers;

    AuditedChoices(AuditLog audit, CurrentViewer viewers) {
        this.audit = audit;
        this.viewers = viewers;
    }

    @Override
    public Mono<Void> keep(ServerWebExchange exchange, List<String> kinds, String why) {
        return viewers.of(exchange)
                .flatMap(viewer -> audit.record(
                        "guard.postedAnyway",
                        viewer.id(),
                        viewer.id(),
                        null,
                        Map.of("kinds", String.join(", ", kinds), "why", why)));
    }
}
