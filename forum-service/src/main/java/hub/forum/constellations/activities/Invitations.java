package hub.forum.constellations.activities;

import hub.forum.constellations.homes.Households;
import hub.forum.constellations.homes.HubHomes;
import hub.forum.constellations.homes.MarkedHomes;
import hub.forum.groups.Group;
import hub.forum.groups.Visibility;
import hub.forum.meetings.Activity;
import hub.platform.identity.NotAllowed;
import hub.platform.refusals.Rejected;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Finds the households that an invitation means, as they are at that moment. */
@Service
public class Invitations {
    private final HubHomes homes;
    private final MarkedHomes marks;

    Invitations(HubHomes homes, MarkedHomes marks) {
        this.homes = homes;
        this.marks = marks;
    }

    /**
     * @param households the ids; none where everybody is meant
     * @param mark by which they were found; null where it went by none
     */
    public record Invited(Set<String> households, @Nullable String mark) {
        public Invited {
            households = Set.copyOf(households);
        }
    }

    /**
     * @param before what is changed; null for a new activity
     * @throws NotAllowed (as a signal) if it goes by a mark and the viewer is not the liaison worker
     * @throws Rejected (as a signal) if no household is meant
     */
    public Mono<Invited> households(Group group, Invitation invitation, @Nullable Activity before, Visibility by) {
        return switch (invitation) {
            case Invitation.Everybody all -> Mono.just(new Invited(Set.of(), null));
            case Invitation.AsBefore same ->
                before == null
                        ? Mono.error(() -> new Rejected(ActivityRefusal.NOBODY_CHOSEN))
                        : Mono.just(new Invited(before.households(), before.mark()));
            case Invitation.Homes some ->
                homes.households(group, by)
                        .map(known -> known.all().stream()
                                .map(Households.Household::id)
                                .filter(some.households()::contains)
                                .collect(Collectors.toSet()))
                        .map(found -> required(found, ActivityRefusal.NOBODY_CHOSEN))
                        .map(found -> new Invited(found, null));
            case Invitation.Marked marked ->
                marks.with(marked.mark(), group, by)
                        .map(found -> required(found, ActivityRefusal.NOBODY_MARKED))
                        .map(found -> new Invited(found, marked.mark().slug()));
        };
    }

    private static Set<String> required(Set<String> found, ActivityRefusal otherwise) {
        if (found.isEmpty()) {
            throw new Rejected(otherwise);
        }
        return found;
    }
}
