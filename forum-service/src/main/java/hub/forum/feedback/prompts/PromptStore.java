package hub.forum.feedback.prompts;

import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The only place that touches {@code feedback_prompts} and {@code feedback_prompt_stops}. All is found by id. */
@Component
class PromptStore {
    private final Documents<Prompt> prompts;
    private final Documents<Document> stops;

    PromptStore(Collections collections) {
        this.prompts = collections.of("feedback_prompts", Prompt.class);
        this.stops = collections.of("feedback_prompt_stops", Document.class);
    }

    Mono<Prompt> find(String id) {
        return prompts.find(id);
    }

    Mono<Prompt> put(Prompt prompt) {
        return prompts.put(prompt);
    }

    /** Whether somebody wants no more letters of this kind. */
    Mono<Boolean> stopped(String account) {
        return stops.find(account).hasElement();
    }

    Mono<Void> stop(String account) {
        return stops.put(new Document("_id", account)).then();
    }
}
