package hub.platform.files;

import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The collection {@code file_texts}: the words of files, by the file's id. */
@Component
class FileTextStore {
    private final Documents<Words> texts;

    FileTextStore(Collections collections) {
        this.texts = collections.of("file_texts", Words.class);
    }

    Mono<Void> put(String id, String text) {
        return text.isEmpty() ? Mono.empty() : texts.put(new Words(id, text)).then();
    }

    /** Empty if none were found in it. */
    Mono<String> find(String id) {
        return texts.find(id).map(Words::text);
    }

    Mono<Void> remove(String id) {
        return texts.remove(Documents.byId(id)).then();
    }

    private record Words(String id, String text) {}
}
