package hub.forum.groups;

import hub.platform.identity.Accounts;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Counts those who can read a group: its members, but for those whose accounts are not approved now. */
@Component
class CountReaders {
    private final Accounts accounts;

    CountReaders(Accounts accounts) {
        this.accounts = accounts;
    }

    Mono<Group.Readers> among(List<Membership> members) {
        return accounts.names(members.stream().map(Membership::account).toList())
                .map(names -> Group.Readers.of(members.stream()
                        .filter(member -> names.of(member.account()).approved())
                        .toList()));
    }
}
