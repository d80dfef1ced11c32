package hub.forum.constellations.homes;

import hub.forum.constellations.ConstellationPolicy;
import hub.forum.groups.Group;
import hub.forum.groups.GroupEvents;
import hub.forum.groups.Memberships;
import hub.forum.groups.Visibility;
import hub.platform.audit.AuditLog;
import hub.platform.events.EventConsumer;
import hub.platform.identity.NotAllowed;
import hub.platform.mongo.Transactions;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The marks of homes, for the liaison workers of the constellation alone. */
@Service
public class MarkedHomes {
    private final HomeMarksStore store;
    private final HubHomes homes;
    private final Memberships memberships;
    private final AuditLog audit;
    private final Transactions transactions;

    MarkedHomes(
            HomeMarksStore store, HubHomes homes, Memberships memberships, AuditLog audit, Transactions transactions) {
        this.store = store;
        this.homes = homes;
        this.memberships = memberships;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** @throws NotAllowed (as a signal) unless the viewer is its liaison worker */
    public Mono<HomeMarks> of(Group group, Visibility visibility) {
        return ConstellationPolicy.mayOversee(visibility, group.id())
                ? store.find(group.id()).defaultIfEmpty(HomeMarks.none(group.id()))
                : Mono.error(new NotAllowed());
    }

    /** The homes of the constellation that have a mark now. @throws NotAllowed (as a signal) unless the viewer is its liaison worker */
    public Mono<Set<String>> with(HomeMark mark, Group group, Visibility visibility) {
        return Mono.zip(of(group, visibility), homes.households(group, visibility), (marks, households) -> {
            Set<String> marked = new HashSet<>(marks.of(mark));
            marked.retainAll(ids(households));
            return marked;
        });
    }

    /**
     * In the place of what stood there. Homes that are not of the constellation are left out.
     *
     * @throws NotAllowed (as a signal) unless the viewer is its liaison worker
     */
    public Mono<HomeMarks> mark(Group group, Map<HomeMark, Set<String>> marked, Visibility by) {
        if (!ConstellationPolicy.mayOversee(by, group.id())) {
            return Mono.error(new NotAllowed());
        }
        return transactions.run(homes.households(group, by)
                .map(households -> among(marked, ids(households)))
                .flatMap(known -> store.put(new HomeMarks(group.id(), known)))
                .delayUntil(saved ->
                        audit.record("constellations.marks", by.viewer().id(), group.id(), group.id(), Map.of())));
    }

    /** Of households that have left nothing is kept. */
    private Mono<Void> forgetThoseWhoLeft(String group) {
        return transactions
                .run(store.find(group)
                        .flatMap(marks -> memberships
                                .households(group)
                                .collect(Collectors.toSet())
                                .flatMap(here -> store.put(new HomeMarks(group, among(marks.homes(), here))))))
                .then();
    }

    @Configuration(proxyBeanMethods = false)
    static class Leaving {
        @Bean
        EventConsumer forgetMarks(MarkedHomes marks) {
            return EventConsumer.named("home-marks")
                    .on(GroupEvents.MembershipEnded.class, ended -> marks.forgetThoseWhoLeft(ended.group()));
        }
    }

    private static Set<String> ids(Households households) {
        return households.all().stream().map(Households.Household::id).collect(Collectors.toSet());
    }

    private static Map<HomeMark, Set<String>> among(Map<HomeMark, Set<String>> marked, Set<String> here) {
        Map<HomeMark, Set<String>> known = new EnumMap<>(HomeMark.class);
        marked.forEach((mark, households) ->
                known.put(mark, households.stream().filter(here::contains).collect(Collectors.toSet())));
        return known;
    }
}
