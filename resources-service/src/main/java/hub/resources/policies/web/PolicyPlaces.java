package hub.resources.policies.web;

import hub.platform.identity.Viewer;
import hub.platform.pages.Fragment;
import hub.platform.pages.HomeCard;
import hub.platform.pages.MeLink;
import hub.resources.policies.Policies;
import hub.resources.policies.Policy;
import hub.resources.policies.PolicyRights;
import hub.resources.policies.reading.PolicyReadings;
import hub.resources.policies.suggestions.Suggestions;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where people find policies: on their own page, and at home what they are asked to read and what waits for an answer. */
@Configuration(proxyBeanMethods = false)
class PolicyPlaces {
    @Bean
    @Order(60)
    MeLink policiesOfTheService() {
        return new MeLink() {
            @Override
            public Kind kind() {
                return Kind.OWN;
            }

            @Override
            public String href() {
                return "/policies";
            }

            @Override
            public String messageKey() {
                return "policies.me";
            }

            @Override
            public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
                return Mono.just(viewer.approved());
            }
        };
    }

    /** Policies that the viewer is asked to read. */
    record ToRead(List<Policy> policies) {}

    @Bean
    @Order(60)
    HomeCard policiesToRead(Policies policies, PolicyReadings readings) {
        return new HomeCard() {
            @Override
            public Place place() {
                return Place.ASIDE;
            }

            @Override
            public Mono<Fragment> of(Viewer viewer, ServerWebExchange exchange) {
                return policies.all()
                        .filter(policy -> PolicyReadings.isAsked(policy, viewer))
                        .filterWhen(policy -> readings.hasRead(policy, viewer).map(read -> !read))
                        .collectList()
                        .filter(unread -> !unread.isEmpty())
                        .map(unread -> new Fragment("policies/home", "read", new ToRead(unread)));
            }
        };
    }

    @Bean
    @Order(60)
    HomeCard suggestionsThatWait(Policies policies, Suggestions suggestions) {
        return HomeCard.count(
                HomeCard.Place.ASIDE,
                "policies/home",
                "waiting",
                viewer -> PolicyRights.looksAfter(viewer)
                        ? policies.all()
                                .concatMap(policy -> suggestions.fresh(policy.id(), viewer))
                                .reduce(0L, Long::sum)
                        : Mono.just(0L));
    }
}
