package hub.forum.drafts;

import hub.platform.mongo.Migration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;

@Configuration(proxyBeanMethods = false)
class DraftMigrations {
    @Bean
    Migration draftIndexes() {
        return new Migration(
                "drafts-0001-indexes",
                mongo -> mongo.indexOps(DraftStore.DRAFTS)
                        .createIndex(new Index("account", Direction.ASC).on("changedAt", Direction.DESC))
                        .then());
    }
}
