package hub.platform.management;

import java.net.InetSocketAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.netty.http.server.HttpServerRequest;

/** The port on which health and metrics are asked for. Whoever can reach it may read them without a sign-in; it has nothing else. */
@Component
public class ManagementPort {
    private final int port;

    /** @param port 1 or more; anything else is no port */
    ManagementPort(@Value("${management.server.port:-1}") int port) {
        this.port = port;
    }

    /** Whether a request came in there: by the socket that took it, as headers from a proxy can say what they like of the port. */
    public boolean received(ServerWebExchange exchange) {
        return port > 0 && socketPort(exchange.getRequest()) == port;
    }

    private static int socketPort(ServerHttpRequest request) {
        Object netty = ServerHttpRequestDecorator.getNativeRequest(request);
        return netty instanceof HttpServerRequest server
                        && server.connectionHostAddress() instanceof InetSocketAddress socket
                ? socket.getPort()
                : 0;
    }
}
