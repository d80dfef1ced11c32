package hub.platform.assets;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.resource.AbstractResourceResolver;
import org.springframework.web.reactive.resource.ResourceResolverChain;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Leaves one coding of those that a browser accepts, for the resolvers behind it: brotli, else gzip, else none. They would take the browser's
 * order, which is gzip first, would send what was refused with {@code q=0}, and would remember the one in place of the other.
 */
final class PreferredEncodingResolver extends AbstractResourceResolver {
    @Override
    protected Mono<Resource> resolveResourceInternal(
            @Nullable ServerWebExchange exchange,
            String path,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        return chain.resolveResource(exchange == null ? null : withBest(exchange), path, locations);
    }

    @Override
    protected Mono<String> resolveUrlPathInternal(
            String path, List<? extends Resource> locations, ResourceResolverChain chain) {
        return chain.resolveUrlPath(path, locations);
    }

    private static ServerWebExchange withBest(ServerWebExchange exchange) {
        String accepted = exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_ENCODING);
        String best = accepts(accepted, "br") ? "br" : accepts(accepted, "gzip") ? "gzip" : "identity";
        return exchange.mutate()
                .request(request -> request.headers(headers -> headers.set(HttpHeaders.ACCEPT_ENCODING, best)))
                .build();
    }

    private static boolean accepts(@Nullable String accepted, String coding) {
        if (accepted == null) {
            return false;
        }
        for (String each : accepted.split(",")) {
            String[] parts = each.strip().split("\\s*;\\s*");
            if (parts[0].equalsIgnoreCase(coding)) {
                return parts.length < 2 || !parts[1].matches("q=0(\\.0*)?");
            }
        }
        return false;
    }
}
