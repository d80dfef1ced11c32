package hub.launcher;

import hub.forum.ForumService;
import hub.resources.ResourcesService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.actuate.web.server.TomcatReactiveManagementContextAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Both services in one application. Classes of the same name in the two are told apart by their packages. The blocking MongoDB client and
 * Tomcat, which are there for the provider, stay out of it.
 */
@SpringBootApplication(
        exclude = {
            MongoAutoConfiguration.class,
            DataMongoAutoConfiguration.class,
            TomcatReactiveManagementContextAutoConfiguration.class
        })
@ComponentScan(
        basePackages = {"hub.platform", "hub.forum", "hub.resources"},
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.ASSIGNABLE_TYPE,
                        classes = {ForumService.class, ResourcesService.class}))
@EnableScheduling
class WholeHub {}
