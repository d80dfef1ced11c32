package hub.platform.forms.steps;

import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The only place that touches {@code step_drafts}. */
@Component
class StepDraftStore {
    static final Duration KEPT = Duration.ofDays(7);
    private static final String DRAFTS = "step_drafts";

    private final Documents<StepDraft> drafts;

    StepDraftStore(Collections collections) {
        this.drafts = collections.of(DRAFTS, StepDraft.class);
    }

    Mono<StepDraft> find(String id) {
        return drafts.find(id);
    }

    Mono<StepDraft> put(StepDraft draft) {
        return drafts.put(draft);
    }

    Mono<Void> remove(String id) {
        return drafts.remove(Documents.byId(id)).then();
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration stepDraftIndexes() {
            return new Migration(
                    "forms-0001-step-drafts",
                    mongo -> mongo.indexOps(DRAFTS)
                            .createIndex(new Index("kept", Direction.ASC).expire(KEPT))
                            .then());
        }
    }
}
