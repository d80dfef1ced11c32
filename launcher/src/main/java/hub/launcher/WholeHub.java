package hub.launcher;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Both services in one application. The blocking MongoDB client, which is there for the provider, stays out of it. */
@SpringBootApplication(
        scanBasePackages = {"hub.platform", "hub.forum", "hub.resources"},
        exclude = {MongoAutoConfiguration.class, DataMongoAutoConfiguration.class})
@EnableScheduling
class WholeHub {}
