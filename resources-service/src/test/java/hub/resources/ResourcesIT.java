package hub.resources;

import hub.testkit.HubIT;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A test of this service with the settings it runs with. */
@HubIT
@TestPropertySource(properties = "spring.config.name=resources")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ResourcesIT {}
