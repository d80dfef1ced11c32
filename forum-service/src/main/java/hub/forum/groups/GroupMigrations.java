package hub.forum.groups;

import hub.platform.mongo.Migration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import reactor.core.publisher.Flux;

@Configuration(proxyBeanMethods = false)
class GroupMigrations {

    @Bean
    Migration groupIndexes() {
        return new Migration(
                "groups-0001-indexes",
                mongo -> Flux.concat(
                                mongo.indexOps(GroupStore.GROUPS)
                                        .createIndex(new Index("privacy", Direction.ASC).on("name", Direction.ASC)),
                                mongo.indexOps(GroupStore.GROUPS).createIndex(new Index("name", Direction.ASC)),
                                mongo.indexOps(GroupStore.GROUPS)
                                        .createIndex(new Index("formKey", Direction.ASC)
                                                .unique()
                                                .sparse()),
                                mongo.indexOps(GroupStore.MEMBERSHIPS).createIndex(new Index("account", Direction.ASC)),
                                mongo.indexOps(GroupStore.MEMBERSHIPS)
                                        .createIndex(new Index("group", Direction.ASC).on("since", Direction.ASC)),
                                mongo.indexOps(GroupStore.ENTRIES)
                                        .createIndex(new Index("moderator", Direction.ASC).on("until", Direction.ASC)),
                                mongo.indexOps(GroupStore.ENTRIES)
                                        .createIndex(new Index("group", Direction.ASC).on("at", Direction.DESC)))
                        .then());
    }
}
