package hub.testkit;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import hub.platform.cache.ChangeStream;
import hub.platform.mongo.AtStart;
import hub.platform.queue.Worker;
import hub.platform.search.SearchFeed;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.ReactiveMongoDatabaseFactory;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.SimpleReactiveMongoDatabaseFactory;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Gives each test class a fresh database, although the classes share an application context. Classes run one after the other. */
public final class DatabaseForEachClass implements TestExecutionListener {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static volatile String current = "test_0";

    @Override
    public void beforeTestClass(TestContext test) {
        current = "test_" + NUMBER.incrementAndGet();
        ChangeStream stream = test.getApplicationContext().getBean(ChangeStream.class);
        stream.stop();
        stream.start();
        SearchFeed feed = test.getApplicationContext().getBean(SearchFeed.class);
        feed.stop();
        test.getApplicationContext().getBean(TestClock.class).reset();
        test.getApplicationContext().getBeansOfType(AtStart.class).values().stream()
                // What a service brings in of its own, a test that wants it brings in itself.
                .filter(work -> work.getClass().getPackageName().startsWith("hub.platform."))
                .sorted(Comparator.comparing(AtStart::getPhase))
                .forEach(AtStart::start);
        feed.start();
        test.getApplicationContext().getBean(QueryWatch.class).forget();
    }

    @Override
    public void afterTestClass(TestContext test) {
        try {
            ReactiveMongoTemplate mongo = test.getApplicationContext().getBean(ReactiveMongoTemplate.class);
            test.getApplicationContext().getBean(QueryWatch.class).explainAll(mongo);
        } finally {
            MongoDatabase database =
                    test.getApplicationContext().getBean(MongoClient.class).getDatabase(current);
            reactor.core.publisher.Mono.from(database.drop()).block(Duration.ofSeconds(30));
        }
    }

    /** Beans of a test's context. */
    public static class Configuration {
        @Bean
        DynamicPropertyRegistrar testMongo() {
            return properties -> properties.add("spring.mongodb.uri", () -> TestMongo.uri("test"));
        }

        @Bean
        @Primary
        TestClock testClock(ObjectProvider<Worker> worker) {
            return new TestClock(worker);
        }

        @Bean
        QueryWatch queryWatch() {
            return new QueryWatch();
        }

        @Bean
        MongoClientSettingsBuilderCustomizer watched(QueryWatch watch) {
            return settings -> settings.addCommandListener(watch);
        }

        /** Readers give up on MongoDB within two seconds. On a busy machine it is there and slow, and no test of this kind is about one that is away. */
        @Bean
        @Order(Ordered.LOWEST_PRECEDENCE)
        MongoClientSettingsBuilderCustomizer patient() {
            return settings -> settings.applyToClusterSettings(
                            cluster -> cluster.serverSelectionTimeout(20, TimeUnit.SECONDS))
                    .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(20, TimeUnit.SECONDS));
        }

        @Bean
        ReactiveMongoDatabaseFactory databaseOfTheClass(MongoClient client) {
            return new SimpleReactiveMongoDatabaseFactory(client, "test") {
                @Override
                public reactor.core.publisher.Mono<MongoDatabase> getMongoDatabase() {
                    return getMongoDatabase(current);
                }
            };
        }
    }
}
