package hub.forum.enquiries.web;

import hub.forum.enquiries.Enquiries;
import hub.platform.identity.Viewer;
import hub.platform.pages.MeLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The officers' desk on their own page. */
@Component
@Order(13)
class EnquiryLinks implements MeLink {
    @Override
    public String href() {
        return "/enquiries/desk";
    }

    @Override
    public String messageKey() {
        return "enquiries.me";
    }

    @Override
    public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
        return Mono.just(Enquiries.answers(viewer));
    }
}
