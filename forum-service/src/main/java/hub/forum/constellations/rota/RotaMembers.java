package hub.forum.constellations.rota;

import hub.forum.groups.Group;
import hub.forum.groups.GroupRole;
import hub.forum.groups.Membership;
import hub.forum.groups.Memberships;
import hub.forum.groups.Visibility;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who is what in a constellation, as far as rotas need it. */
@Component
public class RotaMembers {
    static final GroupRole HUB_CARER = GroupRole.HUB_CARER;

    private final Memberships memberships;

    RotaMembers(Memberships memberships) {
        this.memberships = memberships;
    }

    /** Everybody in it, for those who read it. */
    public Mono<List<Membership>> in(Group group, Visibility visibility) {
        return memberships.in(group, visibility).collectList();
    }

    /** Empty for whoever is not in it. */
    Mono<GroupRole> roleOf(Group group, String account, Visibility by) {
        return memberships
                .in(group, by)
                .filter(member -> member.account().equals(account))
                .map(Membership::role)
                .next();
    }

    Mono<List<String>> hubCarers(String group) {
        return memberships.toTell(group, Set.of(HUB_CARER)).collectList();
    }

    /** Accounts of hub carers and liaison workers, for telling them of something whose rights are asked again when it is shown. */
    public Mono<List<String>> keepers(String group) {
        return memberships
                .toTell(group, Set.of(GroupRole.HUB_CARER, GroupRole.LIAISON_WORKER))
                .collectList();
    }
}
