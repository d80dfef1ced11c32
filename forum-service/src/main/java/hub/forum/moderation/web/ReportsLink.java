package hub.forum.moderation.web;

import hub.forum.groups.web.CurrentVisibility;
import hub.forum.moderation.Reports;
import hub.platform.identity.Viewer;
import hub.platform.pages.MeLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The queue of reports, on the page of those who answer them. */
@Component
@Order(10)
class ReportsLink implements MeLink {
    private final CurrentVisibility visibilities;
    private final Reports reports;

    ReportsLink(CurrentVisibility visibilities, Reports reports) {
        this.visibilities = visibilities;
        this.reports = reports;
    }

    @Override
    public String href() {
        return "/moderation";
    }

    @Override
    public String messageKey() {
        return "moderation.me.link";
    }

    @Override
    public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
        return visibilities.of(exchange).map(reports::mayAnswer);
    }
}
