package hub.platform.status;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All parts of the hub, and how they stand. */
@Service
public class Status {
    private static final Logger LOG = LoggerFactory.getLogger(Status.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ObjectProvider<StatusSource> sources;

    Status(ObjectProvider<StatusSource> sources) {
        this.sources = sources;
    }

    /** In their order; at once, so that one that does not answer keeps nobody from the others. */
    public Flux<Standing> standings() {
        return Flux.fromStream(sources::orderedStream).flatMapSequential(Status::ask);
    }

    private static Mono<Standing> ask(StatusSource source) {
        return source.standing().timeout(PATIENCE).onErrorResume(failure -> {
            LOG.warn("The status of {} cannot be read: {}", source.of(), failure.toString());
            return Mono.just(Standing.broken(source.of(), "silent"));
        });
    }
}
