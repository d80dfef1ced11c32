package hub.platform.outage;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What is done last, such as writing the session, must not hang with MongoDB; and when the answer is that we cannot reach it, the session is not
 * worth waiting for.
 */
@Component
class CommitDeadline implements HttpHandlerDecoratorFactory {
    private static final Duration WHEN_AWAY = Duration.ofMillis(200);

    private final MongoWatchdog mongo;

    CommitDeadline(MongoWatchdog mongo) {
        this.mongo = mongo;
    }

    @Override
    public HttpHandler apply(HttpHandler inner) {
        return (request, response) -> inner.handle(request, new Bounded(response, mongo));
    }

    private static final class Bounded extends ServerHttpResponseDecorator {
        private final MongoWatchdog mongo;

        Bounded(ServerHttpResponse response, MongoWatchdog mongo) {
            super(response);
            this.mongo = mongo;
        }

        @Override
        public void beforeCommit(Supplier<? extends Mono<Void>> action) {
            super.beforeCommit(() -> bounded(action.get(), getStatusCode()));
        }

        private Mono<Void> bounded(Mono<Void> action, @Nullable HttpStatusCode status) {
            return status != null && status.value() == 503
                    ? LazyTimeout.upTo(WHEN_AWAY, action).onErrorComplete()
                    : mongo.orAway(action, () -> false);
        }
    }
}
