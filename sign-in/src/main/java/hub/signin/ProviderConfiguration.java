package hub.signin;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.mongodb.spring.session.AbstractMongoSessionConverter;
import org.mongodb.spring.session.JdkMongoSessionConverter;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.TomcatContextCustomizer;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * All that is in the provider's context, by name. It shares a class path with the hub, which is reactive: nothing is scanned for and nothing
 * configures itself that is not in these lists.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    ConfigurationPropertiesAutoConfiguration.class,
    LifecycleAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ThymeleafAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
@EnableSpringHttpSession
@Import({
    SecurityConfiguration.class,
    AttemptStore.class,
    PersonStore.class,
    SigningKeyStore.class,
    SessionStore.class,
    DemoPeople.class,
    People.class,
    Passwords.class,
    SignIns.class,
    KnownDevices.class,
    BrowserSession.class,
    SignInController.class,
    SignOutController.class,
    InvitationController.class,
    ForgottenController.class,
    ProblemController.class,
    PageModel.class,
    WhenMongoIsAway.class
})
class ProviderConfiguration {
    /** How long an unused session lives that only remembers where somebody came from. */
    static final Duration BEFORE_SIGN_IN = Duration.ofMinutes(30);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    TomcatContextCustomizer plainRefusals() {
        return PlainRefusals.instead();
    }

    @Bean
    MongoClient mongoClient(Settings settings) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(settings.mongoUri()))
                .applicationName("hearth-sign-in")
                // Nobody waits long for what does not answer: see WhenMongoIsAway.
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(1, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(1, TimeUnit.SECONDS))
                .applyToServerSettings(server -> server.heartbeatFrequency(1, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(2, TimeUnit.SECONDS))
                .build());
    }

    @Bean
    MongoTemplate mongoTemplate(MongoClient client, Settings settings) {
        String database = Objects.requireNonNull(
                new ConnectionString(settings.mongoUri()).getDatabase(), "The MongoDB address must name a database");
        MongoTemplate template = new MongoTemplate(new SimpleMongoClientDatabaseFactory(client, database));
        ((MappingMongoConverter) template.getConverter()).setTypeMapper(new DefaultMongoTypeMapper(null));
        return template;
    }

    /** What an earlier version stored and this one cannot read is an empty session, in which one signs in again, not an error. */
    @Bean
    AbstractMongoSessionConverter sessionConverter() {
        Converter<byte[], Object> read = new DeserializingConverter();
        return new JdkMongoSessionConverter(
                new SerializingConverter(),
                bytes -> {
                    try {
                        return read.convert(bytes);
                    } catch (SerializationFailedException unreadable) {
                        return new HashMap<String, Object>();
                    }
                },
                BEFORE_SIGN_IN);
    }

    /** Cookies ignore ports, so this needs another name than the hub's. It ends with the browser; the hub's session is the one that lasts. */
    @Bean
    CookieSerializer sessionCookie(Settings settings) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("HEARTH_SIGN_IN");
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setUseSecureCookie(settings.isBehindTls());
        return cookie;
    }
}
