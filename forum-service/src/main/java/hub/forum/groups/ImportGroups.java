package hub.forum.groups;

import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Brings in groups with their members as they stand elsewhere. */
@Service
public class ImportGroups {
    private final GroupStore store;

    ImportGroups(GroupStore store) {
        this.store = store;
    }

    /** Adds what is not there yet. Members' households count for constellations as if they had been nominated. */
    public Mono<Void> add(Group group, List<Membership> members) {
        return Flux.concat(store.importMembers(group, members), store.importGroup(group, members))
                .onErrorResume(DuplicateKeyException.class, there -> Mono.empty())
                .then();
    }
}
