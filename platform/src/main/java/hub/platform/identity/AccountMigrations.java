package hub.platform.identity;

import hub.platform.mongo.Migration;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import reactor.core.publisher.Flux;

@Configuration(proxyBeanMethods = false)
class AccountMigrations {

    @Bean
    Migration accountIndexes() {
        return new Migration(
                "accounts-0001-indexes",
                mongo -> Flux.concat(
                                mongo.indexOps(AccountStore.ACCOUNTS)
                                        .createIndex(new Index("identity", Direction.ASC)
                                                .unique()
                                                .sparse()),
                                mongo.indexOps(AccountStore.ACCOUNTS)
                                        .createIndex(new Index("approval", Direction.ASC)
                                                .on("name", Direction.ASC)
                                                .on("_id", Direction.ASC)),
                                mongo.indexOps(AccountStore.ACCOUNTS)
                                        .createIndex(new Index("roles", Direction.ASC).on("approval", Direction.ASC)))
                        .then());
    }

    @Bean
    Migration accountEmails() {
        return new Migration(
                "accounts-0003-email",
                mongo -> mongo.indexOps(AccountStore.ACCOUNTS)
                        .createIndex(new Index("email", Direction.ASC).sparse())
                        .then());
    }

    @Bean
    Migration householdIndex() {
        return new Migration(
                "accounts-0002-household",
                mongo -> mongo.indexOps(AccountStore.ACCOUNTS)
                        .createIndex(new Index("household", Direction.ASC)
                                .on("approval", Direction.ASC)
                                .on("name", Direction.ASC)
                                .on("_id", Direction.ASC))
                        .then());
    }

    /** The session library makes no such index with the reactive driver alone. */
    @Bean
    Migration sessionExpiry() {
        return new Migration(
                "sessions-0001-expiry",
                mongo -> mongo.indexOps("sessions")
                        .createIndex(new Index("expireAt", Direction.ASC).expire(Duration.ZERO))
                        .then());
    }
}
