package hub.platform.mongo;

import com.mongodb.MongoClientSettings;
import com.mongodb.connection.TransportSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.ReactiveMongoClientFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import reactor.netty.resources.LoopResources;

@Configuration(proxyBeanMethods = false)
class MongoConfiguration {

    /** In milliseconds, as MongoDB keeps them: what was written equals what is read back. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MILLIS));
    }

    /**
     * A reader should hear within two seconds that we cannot reach MongoDB, so nobody waits long for a server or a connection. The watch on the server
     * is closer than the driver's own ten seconds: it frees connections that hang.
     */
    @Bean
    MongoClientSettingsBuilderCustomizer impatient() {
        return settings -> settings.applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(1, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(1, TimeUnit.SECONDS))
                .applyToServerSettings(server -> server.heartbeatFrequency(1, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(2, TimeUnit.SECONDS));
    }

    /**
     * On the web server's event loops: what MongoDB answers goes on where its request came in, and two cores have two busy threads rather than a
     * crowd that wakes each other. Nothing that runs on them may block, which holds for pages anyway. The loops are asked for here, and not in a
     * customizer, so that Spring ends the client before them.
     */
    @Bean
    MongoClient reactiveMongoClient(
            MongoClientSettings settings,
            ObjectProvider<MongoClientSettingsBuilderCustomizer> customizers,
            LoopResources loops) {
        MongoClientSettings.Builder builder = MongoClientSettings.builder(settings);
        customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
        EventLoopGroup threads = loops.onServer(true);
        builder.transportSettings(TransportSettings.nettyBuilder()
                .eventLoopGroup(threads)
                .socketChannelClass(loops.onChannelClass(SocketChannel.class, threads))
                .build());
        return new ReactiveMongoClientFactory(List.of()).createMongoClient(builder.build());
    }

    /** No class names in documents: a document says what it is by where it lies. */
    @Bean
    static BeanPostProcessor withoutClassNames() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String beanName) {
                if (bean instanceof MappingMongoConverter converter) {
                    converter.setTypeMapper(new DefaultMongoTypeMapper(null));
                }
                return bean;
            }
        };
    }
}
