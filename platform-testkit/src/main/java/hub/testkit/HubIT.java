package hub.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * A test of the whole service on a real MongoDB, in a database of its own. Every query that it makes the stores send is explained
 * afterwards: a collection scan or a sort in memory fails the class.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "spring.main.banner-mode=off",
            "hearth.content=../content",
            // All tests come from one network.
            "hearth.strangers.texts=100000",
            "hearth.strangers.texts-in-all=100000",
            "hearth.calendar.reads=100000",
            "hearth.calendar.reads-in-all=100000",
            "spring.security.oauth2.client.provider.hearth.authorization-uri=http://localhost:1/authorize",
            "spring.security.oauth2.client.provider.hearth.token-uri=http://localhost:1/token",
            "spring.security.oauth2.client.provider.hearth.jwk-set-uri=http://localhost:1/jwks",
            "spring.security.oauth2.client.provider.hearth.user-name-attribute=sub"
        })
@Import({DatabaseForEachClass.Configuration.class, People.class, Browsing.class, TestFixture.Scan.class})
@ActiveProfiles("test")
@TestExecutionListeners(listeners = DatabaseForEachClass.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface HubIT {}
