package hub.resources;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** News, training notices and the library alone, for a hub of many processes. */
@SpringBootApplication(scanBasePackages = {"hub.platform", "hub.resources"})
public class ResourcesService {
    public static void main(String[] args) {
        new SpringApplicationBuilder(ResourcesService.class)
                .properties("spring.config.name=resources")
                .run(args);
    }
}
