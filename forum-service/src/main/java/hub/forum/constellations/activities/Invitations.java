package hub.forum.constellations.activities;

import hub.forum.constellations.homes.Households;
import hub.forum.constellations.homes.HubHomes;
import hub.forum.constellations.homes.MarkedHomes;
import hub.forum.groups.Group;
import hub.forum.groups.Visibility;
import hub.platform.identity.NotAllowed;
import hub.platform.refusals.Rejected;
import java.util.Set;
import java.util.stream.Collectors;
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
     * @return the ids of the households; none where everybody is meant
     * @throws NotAllowed (as a signal) if it goes by a mark and the viewer is not the liaison worker
     * @throws Rejected (as a signal) if no household is meant
     */
    public Mono<Set<String>> households(Group group, Invitation invitation, Visibility by) {
        return switch (invitation) {
            case Invitation.Everybody all -> Mono.just(Set.of());
            case Invitation.Homes some ->
                homes.households(group, by)
                        .map(known -> known.all().stream()
                                .map(Households.Household::id)
                                .filter(some.households()::contains)
                                .collect(Collectors.toSet()))
                        .map(found -> required(found, ActivityRefusal.NOBODY_CHOSEN));
            case Invitation.Marked marked ->
                marks.with(marked.mark(), group, by).map(found -> required(found, ActivityRefusal.NOBODY_MARKED));
        };
    }

    private static Set<String> required(Set<String> found, ActivityRefusal otherwise) {
        if (found.isEmpty()) {
            throw new Rejected(otherwise);
        }
        return found;
    }
}
