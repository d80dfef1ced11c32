package hub.forum.groups;

import hub.platform.mongo.Transactions;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings in groups with their members as they stand elsewhere. */
@Service
public class ImportGroups {
    private final GroupStore groups;
    private final MembershipStore memberships;
    private final CountReaders count;
    private final Transactions transactions;

    ImportGroups(GroupStore groups, MembershipStore memberships, CountReaders count, Transactions transactions) {
        this.groups = groups;
        this.memberships = memberships;
        this.count = count;
        this.transactions = transactions;
    }

    /** Adds a group whole, or does nothing if it is there. Households count for constellations as if they had been nominated. */
    public Mono<Void> add(Group group, List<Membership> members) {
        return groups.find(group.id(), any -> true)
                .hasElement()
                .filter(there -> !there)
                .flatMap(missing -> {
                    Mono<Void> steps = count.among(members)
                            .flatMap(readers -> groups.insert(group.withReaders(readers)))
                            .then(members.isEmpty() ? Mono.empty() : memberships.insertAll(members))
                            .then(claimHouseholds(group, members));
                    return transactions.run(steps);
                });
    }

    private Mono<Void> claimHouseholds(Group group, List<Membership> members) {
        return Flux.fromIterable(members)
                .filter(member -> member.bringsHousehold(group))
                .map(Membership::household)
                .distinct()
                .concatMap(household -> memberships.claim(household, group.id()))
                .then();
    }
}
