package hub.forum.constellations.rota;

import hub.forum.groups.GroupEvents;
import hub.platform.events.EventConsumer;
import hub.platform.identity.Account;
import hub.platform.identity.AccountFollower;
import hub.platform.identity.Approval;
import hub.platform.mongo.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The rotas that this process read last, and the sessions in which they were shown: so that it can say who is on call while nobody can be looked up. A session counts for
 * {@link #KEPT} after it was used; whoever has left the group or is not approved any more is forgotten.
 */
@Component
public class LastKnown implements AccountFollower {
    static final Duration KEPT = Duration.ofHours(12);
    private static final int MOST = 5_000;

    private final Map<String, OnCallNow.Known> rotas = new ConcurrentHashMap<>();
    private final Map<String, Reader> readers = new ConcurrentHashMap<>();
    private final Clock clock;

    LastKnown(Clock clock) {
        this.clock = clock;
    }

    private record Reader(String account, Set<String> groups, Instant at) {}

    /**
     * @param session its id; what is kept is a hash
     * @param known what somebody is shown just now
     */
    public void remember(String session, String account, List<OnCallNow.Known> known) {
        if (readers.size() >= MOST) {
            Instant old = clock.instant().minus(KEPT);
            readers.values().removeIf(reader -> reader.at().isBefore(old));
        }
        if (readers.size() < MOST || readers.containsKey(key(session))) {
            Set<String> groups = known.stream().map(OnCallNow.Known::group).collect(Collectors.toSet());
            readers.put(key(session), new Reader(account, groups, clock.instant()));
            known.forEach(one -> rotas.put(one.group(), one));
        }
    }

    /** What was shown in that session, as it was read last for whomever; empty if nothing was. */
    public List<OnCallNow.Known> of(String session) {
        Reader reader = readers.get(key(session));
        return reader == null || reader.at().isBefore(clock.instant().minus(KEPT))
                ? List.of()
                : reader.groups().stream()
                        .sorted()
                        .map(rotas::get)
                        .filter(Objects::nonNull)
                        .toList();
    }

    private static String key(String session) {
        return Ids.of("session " + session);
    }

    void forget(String account) {
        readers.values().removeIf(reader -> reader.account().equals(account));
    }

    @Override
    public Mono<Void> changed(Account before, Account after) {
        return after.approval() == Approval.APPROVED ? Mono.empty() : Mono.fromRunnable(() -> forget(after.id()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Following {
        @Bean
        EventConsumer forgetReadersOfRotas(LastKnown known) {
            return EventConsumer.named("rota-readers")
                    .on(
                            GroupEvents.MembershipEnded.class,
                            ended -> Mono.fromRunnable(() -> known.forget(ended.account())));
        }
    }
}
