package hub.platform.mail;

import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Addresses that the mail server says do not exist. Nothing is sent there until the account has another, or an administrator says to try again. */
@Component
public class StoppedAddressStore {
    private static final String STOPPED = "stopped_addresses";
    private static final int MOST = 100;

    private final Documents<Stopped> stopped;
    private final Clock clock;

    StoppedAddressStore(Collections collections, Clock clock) {
        this.stopped = collections.of(STOPPED, Stopped.class);
        this.clock = clock;
    }

    /** @param id the account's */
    public record Stopped(String id, String address, Instant at) {}

    Mono<Void> add(String account, String address) {
        return stopped.put(new Stopped(account, address, clock.instant())).then();
    }

    Mono<Boolean> is(String account, String address) {
        return stopped.find(account)
                .map(found -> found.address().equals(address))
                .defaultIfEmpty(false);
    }

    /** Newest first, to 100. @throws NotAllowed (as a signal) unless an administrator asks */
    public Flux<Stopped> all(Viewer viewer) {
        return viewer.administrator()
                ? stopped.list(new Query().with(Sort.by(Direction.DESC, "at")).limit(MOST))
                : Flux.error(new NotAllowed());
    }

    /** Writes to it again; empty if it was not stopped. @throws NotAllowed (as a signal) unless an administrator asks */
    public Mono<Stopped> tryAgain(String account, Viewer viewer) {
        return viewer.administrator() ? stopped.remove(Documents.byId(account)) : Mono.error(new NotAllowed());
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration stoppedIndexes() {
            return new Migration(
                    "mail-0001-stopped",
                    mongo -> mongo.indexOps(STOPPED)
                            .createIndex(new Index("at", Direction.DESC))
                            .then());
        }
    }
}
