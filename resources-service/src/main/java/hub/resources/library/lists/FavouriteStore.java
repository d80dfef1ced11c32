package hub.resources.library.lists;

import hub.platform.cache.CacheKey;
import hub.platform.cache.DocumentCache;
import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import java.util.List;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code library_favourites}: one document an account. */
@Component
class FavouriteStore {
    private static final int MOST = 100;
    private static final int MOST_REMEMBERED = 5_000;

    private final Documents<Row> favourites;
    private final DocumentCache<String, Row> byAccount;

    FavouriteStore(Collections collections) {
        this.favourites = collections.of("library_favourites", Row.class);
        this.byAccount = favourites.cache(CacheKey.id(), MOST_REMEMBERED, favourites::find);
    }

    /** @param id the account */
    private record Row(String id, List<String> guides) {}

    /** The last one first. */
    Flux<String> of(String account) {
        return byAccount.get(account).flatMapIterable(row -> row.guides().reversed());
    }

    Mono<Void> add(String account, String slug) {
        return remove(account, slug)
                .then(favourites.upsert(
                        Documents.byId(account),
                        new Update().push("guides").slice(-MOST).each(slug)))
                .then();
    }

    Mono<Void> remove(String account, String slug) {
        return favourites
                .change(Documents.byId(account), new Update().pull("guides", slug))
                .then();
    }
}
