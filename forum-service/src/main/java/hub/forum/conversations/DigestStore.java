package hub.forum.conversations;

import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The collection {@code digests}, found by the account alone. */
@Component
class DigestStore {
    private final Documents<Digest> digests;

    DigestStore(Collections collections) {
        this.digests = collections.of("digests", Digest.class);
    }

    Mono<Digest> of(String account) {
        return digests.find(account);
    }

    Mono<Void> put(Digest digest) {
        return digests.put(digest).then();
    }

    Mono<Void> remove(String account) {
        return digests.remove(Documents.byId(account)).then();
    }
}
