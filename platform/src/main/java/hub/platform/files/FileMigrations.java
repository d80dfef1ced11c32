package hub.platform.files;

import hub.platform.mongo.Migration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import reactor.core.publisher.Flux;

@Configuration(proxyBeanMethods = false)
class FileMigrations {

    @Bean
    Migration fileIndexes() {
        return new Migration(
                "files-0001-indexes",
                mongo -> Flux.concat(
                                mongo.indexOps(FileStore.FILES)
                                        .createIndex(new Index("place", Direction.ASC)
                                                .on("at", Direction.ASC)
                                                .on("_id", Direction.ASC)),
                                mongo.indexOps(FileStore.FILES)
                                        .createIndex(new Index("state", Direction.ASC).on("at", Direction.ASC)),
                                mongo.indexOps(FileStore.FILES)
                                        .createIndex(new Index("key", Direction.ASC)
                                                .unique()
                                                .sparse()),
                                // As every driver makes them for GridFS.
                                mongo.indexOps(FileBytesStore.CHUNKS)
                                        .createIndex(new Index("files_id", Direction.ASC)
                                                .on("n", Direction.ASC)
                                                .unique()),
                                mongo.indexOps(FileBytesStore.FILES)
                                        .createIndex(
                                                new Index("filename", Direction.ASC).on("uploadDate", Direction.ASC)))
                        .then());
    }
}
