package hub.platform.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** A form that is not written as forms are, such as {@code text=%zz}, is the sender's slip and not a fault of ours. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class WellWrittenForms implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getRequest().getMethod() == HttpMethod.POST
                ? chain.filter(new Checked(exchange))
                : chain.filter(exchange);
    }

    private static final class Checked extends ServerWebExchangeDecorator {
        Checked(ServerWebExchange exchange) {
            super(exchange);
        }

        @Override
        public Mono<MultiValueMap<String, String>> getFormData() {
            return super.getFormData()
                    .onErrorMap(
                            IllegalArgumentException.class,
                            broken -> new ServerWebInputException("Not a form", null, broken));
        }
    }
}
