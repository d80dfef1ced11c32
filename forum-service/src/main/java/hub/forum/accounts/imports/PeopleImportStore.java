package hub.forum.accounts.imports;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The collection {@code people_imports}. */
@Component
class PeopleImportStore {
    static final String IMPORTS = "people_imports";

    private final Documents<PeopleImport> imports;

    PeopleImportStore(Collections collections) {
        this.imports = collections.of(IMPORTS, PeopleImport.class);
    }

    Mono<PeopleImport> find(String id) {
        return imports.find(id);
    }

    Mono<PeopleImport> insert(PeopleImport fresh) {
        return imports.insert(fresh);
    }

    /** Empty if somebody else changed it meanwhile. */
    Mono<PeopleImport> save(PeopleImport after) {
        return imports.replace(
                Query.query(where("_id").is(after.id()).and("version").is(after.version() - 1)), after);
    }
}
