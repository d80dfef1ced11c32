package hub.forum.networks.web;

import hub.forum.groups.Group;
import hub.forum.groups.web.CurrentVisibility;
import hub.forum.networks.Networks;
import hub.platform.identity.Viewer;
import hub.platform.pages.Fragment;
import hub.platform.pages.HomeCard;
import hub.platform.pages.MeLink;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where people find networks: what fits them on their own page, the groups for it on the home page. */
@Configuration(proxyBeanMethods = false)
class NetworkPlaces {
    @Bean
    @Order(12)
    HomeCard suggestedNetworks(Networks networks, CurrentVisibility visibilities) {
        return new HomeCard() {
            @Override
            public Place place() {
                return Place.ASIDE;
            }

            @Override
            public Mono<Fragment> of(Viewer viewer, ServerWebExchange exchange) {
                return visibilities
                        .of(exchange)
                        .flatMap(networks::suggested)
                        .filter(suggested -> !suggested.isEmpty())
                        .map((List<Group> suggested) -> new Fragment("networks/home", "suggested", suggested));
            }
        };
    }

    @Bean
    @Order(45)
    MeLink networksLink() {
        return new MeLink() {
            @Override
            public Kind kind() {
                return Kind.OWN;
            }

            @Override
            public String href() {
                return "/networks";
            }

            @Override
            public String messageKey() {
                return "networks.title";
            }

            @Override
            public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
                return Mono.just(viewer.approved());
            }
        };
    }
}
