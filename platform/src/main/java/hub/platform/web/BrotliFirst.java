package hub.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.resource.EncodedResourceResolver;
import org.springframework.web.reactive.resource.ResourceResolverChain;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Takes the twin of a file that the build compressed. Browsers name gzip first and brotli last; Spring would follow them, and brotli is smaller. */
final class BrotliFirst extends EncodedResourceResolver {
    @Override
    protected Mono<Resource> resolveResourceInternal(
            @Nullable ServerWebExchange exchange,
            String path,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        return super.resolveResourceInternal(exchange == null ? null : brotliFirst(exchange), path, locations, chain);
    }

    private static ServerWebExchange brotliFirst(ServerWebExchange exchange) {
        String accepted = exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.matches(".*\\bbr\\b(?!\\s*;\\s*q=0(?:\\.0*)?(?:,|$)).*")
                ? exchange.mutate()
                        .request(request -> request.headers(headers -> headers.set(HttpHeaders.ACCEPT_ENCODING, "br")))
                        .build()
                : exchange;
    }
}
