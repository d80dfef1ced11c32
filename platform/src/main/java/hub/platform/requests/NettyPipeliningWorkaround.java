package hub.platform.requests;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Begins each request on a turn of its own of the connection's event loop. Reactor Netty 1.3.7 loses its place on a connection when a request that
 * had to wait for the one before it is answered while it is still being handed over, which happens now that much is answered from memory: the
 * request after it then waits for ever. {@code OnItsOwnTurnTests} fails without this.
 */
@Component
class NettyPipeliningWorkaround implements HttpHandlerDecoratorFactory {

    @Override
    public HttpHandler apply(HttpHandler inner) {
        return (request, response) -> {
            Executor loop = loopOf(request);
            return loop == null
                    ? inner.handle(request, response)
                    : inner.handle(request, response).subscribeOn(Schedulers.fromExecutor(loop));
        };
    }

    private static @Nullable Executor loopOf(ServerHttpRequest request) {
        AtomicReference<@Nullable Executor> loop = new AtomicReference<>();
        if (nativeOf(request) instanceof HttpServerRequest server) {
            server.withConnection(connection -> loop.set(connection.channel().eventLoop()));
        }
        return loop.get();
    }

    /** Null for a request that came over no connection, as in tests without a server: Spring throws for those. */
    private static @Nullable Object nativeOf(ServerHttpRequest request) {
        try {
            return ServerHttpRequestDecorator.getNativeRequest(request);
        } catch (IllegalStateException withoutServer) {
            return null;
        }
    }
}
