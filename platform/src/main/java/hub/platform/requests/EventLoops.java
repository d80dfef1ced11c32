package hub.platform.requests;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.resources.LoopResources;

/**
 * The threads on which requests are answered and MongoDB is asked. They are the application's own, and outlive all that works on them: Spring's factory
 * ends those of its own before any bean is destroyed, and MongoDB's clients would then say goodbye on threads that are gone, and wait for ever.
 */
@Configuration(proxyBeanMethods = false)
class EventLoops {

    /** Its own end goes on behind the back of who asks for it: they are daemons, and nothing runs on them any more. */
    @Bean(destroyMethod = "dispose")
    LoopResources loopResources() {
        return LoopResources.create("reactor-http");
    }

    @Bean
    ReactorResourceFactory reactorResourceFactory(LoopResources loops) {
        ReactorResourceFactory resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        resources.setLoopResources(loops);
        return resources;
    }
}
