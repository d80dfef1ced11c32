package hub.platform.management;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/** Leaves out all that measures when nobody can read it: it costs time at the start and in each request. Named in META-INF/spring.factories. */
final class OnlyWhereAskedFor implements AutoConfigurationImportFilter, EnvironmentAware {
    private static final Pattern MEASURES = Pattern.compile(
            "org\\.springframework\\.boot\\.(?:(?:actuate|health|micrometer)\\..*|.*\\.(?:actuate|health|metrics|observation)\\..*)");

    private boolean asked;

    @Override
    public void setEnvironment(Environment environment) {
        asked = environment.getProperty("management.server.port", Integer.class, -1) > 0;
    }

    @Override
    public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
        boolean[] kept = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            String name = classes[i];
            kept[i] = asked || name == null || !MEASURES.matcher(name).matches();
        }
        return kept;
    }
}
