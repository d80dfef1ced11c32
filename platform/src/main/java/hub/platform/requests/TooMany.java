package hub.platform.requests;

import java.net.InetSocketAddress;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/** Strangers have asked too much of this process lately; who is refused may try again in some minutes. */
public final class TooMany extends ResponseStatusException {
    private static final long serialVersionUID = 1L;

    TooMany() {
        super(HttpStatus.TOO_MANY_REQUESTS, "Strangers have asked too much lately");
    }

    /** @throws TooMany if the limit is reached */
    public static void unless(RateLimit limit, ServerWebExchange exchange) {
        InetSocketAddress from = exchange.getRequest().getRemoteAddress();
        // Behind a proxy it is the visitor's as text, not resolved.
        unless(limit, from == null ? "" : from.getHostString());
    }

    /**
     * @param whose an address, or the account of somebody who has signed in
     * @throws TooMany if the limit is reached
     */
    public static void unless(RateLimit limit, String whose) {
        if (!limit.allows(whose)) {
            throw new TooMany();
        }
    }
}
