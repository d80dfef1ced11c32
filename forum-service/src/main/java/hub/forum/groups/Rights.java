package hub.forum.groups;

import hub.platform.identity.Viewer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Finds out what a viewer may see, anew in each request, so that leaving, removal and suspension count at once. */
@Service
public class Rights {
    private final GroupStore groups;
    private final MembershipStore memberships;
    private final ModeratorEntryStore entries;
    private final Clock clock;

    Rights(GroupStore groups, MembershipStore memberships, ModeratorEntryStore entries, Clock clock) {
        this.groups = groups;
        this.memberships = memberships;
        this.entries = entries;
        this.clock = clock;
    }

    public Mono<Visibility> of(Viewer viewer) {
        if (!viewer.approved()) {
            return Mono.just(Visibility.nothing());
        }
        // One after the other: it is asked in transactions too.
        return memberships
                .of(viewer.id())
                .zipWhen(this::agreementFirst)
                .zipWhen(own -> groups.openGroups())
                .zipWhen(
                        found -> enteredBy(viewer),
                        (found, entered) -> new Visibility(
                                viewer,
                                found.getT2(),
                                byGroup(found.getT1().getT1()),
                                found.getT1().getT2(),
                                entered));
    }

    private Mono<Set<String>> enteredBy(Viewer viewer) {
        return viewer.moderator()
                ? entries.validOf(viewer.id(), clock.instant())
                        .map(valid -> valid.stream().map(ModeratorEntry::group).collect(Collectors.toSet()))
                : Mono.just(Set.of());
    }

    private Mono<Set<String>> agreementFirst(List<Membership> own) {
        return groups.all(own.stream().map(Membership::group).toList())
                .map(found -> own.stream()
                        .filter(membership -> isOutOfDate(membership, found.get(membership.group())))
                        .map(Membership::group)
                        .collect(Collectors.toSet()));
    }

    /** A group that cannot be found is not read either. */
    private static boolean isOutOfDate(Membership membership, @Nullable Group group) {
        return group == null || membership.agreement() < group.agreementVersion();
    }

    private static Map<String, Membership> byGroup(List<Membership> own) {
        return own.stream().collect(Collectors.toMap(Membership::group, Function.identity()));
    }
}
