package hub.platform.mongo;

import com.mongodb.MongoClientSettings;
import com.mongodb.connection.TransportSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.ReactiveMongoClientFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
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
    @Order(0)
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

    /** A day is kept as it is written, "2026-12-04": as a moment it would be another day on a machine of another time zone. */
    @Bean
    static MongoCustomConversions conversions() {
        return new MongoCustomConversions(List.of(DayToText.INSTANCE, TextToDay.INSTANCE));
    }

    @WritingConverter
    private enum DayToText implements Converter<LocalDate, String> {
        INSTANCE;

        @Override
        public String convert(LocalDate day) {
            return day.toString();
        }
    }

    @ReadingConverter
    private enum TextToDay implements Converter<String, LocalDate> {
        INSTANCE;

        @Override
        public LocalDate convert(String text) {
            return LocalDate.parse(text);
        }
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
