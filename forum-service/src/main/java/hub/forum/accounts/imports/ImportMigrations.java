package hub.forum.accounts.imports;

import hub.platform.mongo.Migration;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;

@Configuration(proxyBeanMethods = false)
class ImportMigrations {
    /** A table of people is not kept for longer than it is needed. */
    @Bean
    Migration peopleImportsEnd() {
        return new Migration(
                "accounts-0004-imports",
                mongo -> mongo.indexOps(PeopleImportStore.IMPORTS)
                        .createIndex(new Index("endsAt", Direction.ASC).expire(Duration.ZERO))
                        .then());
    }
}
