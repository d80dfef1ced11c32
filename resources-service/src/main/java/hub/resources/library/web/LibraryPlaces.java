package hub.resources.library.web;

import hub.platform.identity.Viewer;
import hub.platform.pages.MeLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where editors find what the library wants of them. */
@Configuration(proxyBeanMethods = false)
class LibraryPlaces {
    @Bean
    @Order(70)
    MeLink healthOfTheLibrary() {
        return new MeLink() {
            @Override
            public String href() {
                return "/library/staff/health";
            }

            @Override
            public String messageKey() {
                return "library.health.link";
            }

            @Override
            public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
                return Mono.just(viewer.staffEditor());
            }
        };
    }
}
