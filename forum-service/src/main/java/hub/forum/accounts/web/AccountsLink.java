package hub.forum.accounts.web;

import hub.platform.identity.Viewer;
import hub.platform.pages.MeLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The desk for accounts, on the page of administrators. */
@Component
@Order(20)
class AccountsLink implements MeLink {
    @Override
    public String href() {
        return "/accounts";
    }

    @Override
    public String messageKey() {
        return "accounts.me.link";
    }

    @Override
    public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
        return Mono.just(viewer.administrator());
    }
}
