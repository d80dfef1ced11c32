package hub.forum;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The forum alone, for a hub of many processes. */
@SpringBootApplication(scanBasePackages = {"hub.platform", "hub.forum"})
@EnableScheduling
public class ForumService {
    public static void main(String[] args) {
        new SpringApplicationBuilder(ForumService.class)
                .properties("spring.config.name=forum")
                .run(args);
    }
}
