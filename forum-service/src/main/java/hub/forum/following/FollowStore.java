package hub.forum.following;

import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The collection {@code follows}, found by the account alone. */
@Component
class FollowStore {
    private static final int MOST_REMEMBERED = 10_000;
    private static final String THREADS = "threads.";
    private static final String GROUPS = "groups.";

    private final Documents<Follows> follows;
    private final DocumentCache<String, Follows> byAccount;

    FollowStore(Collections collections) {
        this.follows = collections.of("follows", Follows.class);
        this.byAccount = follows.cache(
                CacheKey.id(),
                MOST_REMEMBERED,
                account -> follows.find(account).defaultIfEmpty(Follows.nothing(account)));
    }

    Mono<Follows> of(String account) {
        return byAccount.get(account);
    }

    /** With room for this one: what was chosen longest ago goes. */
    Mono<Void> choose(String account, String thread, Follows.Chosen chosen) {
        return follows.upsert(Documents.byId(account), new Update().set(THREADS + thread, chosen))
                .flatMap(all -> Mono.justOrEmpty(all.tooMany()))
                .flatMap(oldest -> drop(account, oldest));
    }

    Mono<Void> drop(String account, String thread) {
        return change(account, new Update().unset(THREADS + thread));
    }

    Mono<Void> choose(String account, String group, Volume volume) {
        return follows.upsert(Documents.byId(account), new Update().set(GROUPS + group, volume))
                .then();
    }

    Mono<Void> forget(Follows all, String group) {
        Update update = new Update().unset(GROUPS + group);
        all.threadsIn(group).forEach(thread -> update.unset(THREADS + thread));
        return change(all.id(), update);
    }

    Mono<Void> noneWith(Follows all, Volume volume) {
        Update update = new Update();
        all.groupsWith(volume).forEach(group -> update.unset(GROUPS + group));
        return all.groupsWith(volume).isEmpty() ? Mono.empty() : change(all.id(), update);
    }

    /** Nothing for whoever has not chosen anything. */
    private Mono<Void> change(String account, Update update) {
        return follows.change(Documents.byId(account), update).then();
    }
}
