package hub.resources.library;

import hub.platform.mongo.Migration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import reactor.core.publisher.Flux;

/** Lists are read in the order of their index, and what is not for the reader is passed over in it. */
@Configuration(proxyBeanMethods = false)
class LibraryMigrations {

    @Bean
    Migration libraryIndexes() {
        return new Migration(
                "library-0001-indexes",
                mongo -> Flux.concat(
                                mongo.indexOps(LibraryStore.LIBRARY)
                                        .createIndex(new Index("state", Direction.ASC)
                                                .on("updated", Direction.DESC)
                                                .on("_id", Direction.DESC)
                                                .on("audience", Direction.ASC)),
                                mongo.indexOps(LibraryStore.LIBRARY)
                                        .createIndex(new Index("state", Direction.ASC)
                                                .on("start", Direction.ASC)
                                                .on("_id", Direction.ASC)
                                                .on("audience", Direction.ASC)),
                                mongo.indexOps(LibraryStore.LIBRARY).createIndex(byTitle("topics")),
                                mongo.indexOps(LibraryStore.LIBRARY).createIndex(byTitle("standards")))
                        .then());
    }

    @Bean
    Migration libraryIndexOfWhatMustBeRead() {
        return new Migration(
                "library-0003-must-read",
                mongo -> mongo.indexOps(LibraryStore.LIBRARY)
                        .createIndex(byTitle("mustRead"))
                        .then());
    }

    private static Index byTitle(String listed) {
        return new Index("state", Direction.ASC)
                .on(listed, Direction.ASC)
                .on("title", Direction.ASC)
                .on("_id", Direction.ASC)
                .on("audience", Direction.ASC);
    }
}
