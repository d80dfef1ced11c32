package hub.forum.constellations.oversight.web;

import hub.forum.constellations.ConstellationPolicy;
import hub.forum.constellations.Constellations;
import hub.forum.constellations.spare.SpareBeds;
import hub.forum.groups.web.CurrentVisibility;
import hub.platform.identity.Viewer;
import hub.platform.pages.MeLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where liaison workers and the duty team find what they look after. */
@Configuration(proxyBeanMethods = false)
class OversightLinks {
    @Bean
    @Order(20)
    MeLink constellationsOverview(Constellations constellations, CurrentVisibility visibilities) {
        return new MeLink() {
            @Override
            public Kind kind() {
                return Kind.LOOKED_AFTER;
            }

            @Override
            public String href() {
                return "/constellations/overview";
            }

            @Override
            public String messageKey() {
                return "constellations.overview.title";
            }

            @Override
            public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
                return visibilities
                        .of(exchange)
                        .flatMap(visibility -> constellations
                                .own(visibility)
                                .any(group -> ConstellationPolicy.mayOversee(visibility, group.id())));
            }
        };
    }

    @Bean
    @Order(22)
    MeLink movesBetweenConstellations(Constellations constellations, CurrentVisibility visibilities) {
        return new MeLink() {
            @Override
            public Kind kind() {
                return Kind.LOOKED_AFTER;
            }

            @Override
            public String href() {
                return "/constellations/moves";
            }

            @Override
            public String messageKey() {
                return "constellations.moves.title";
            }

            @Override
            public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
                return viewer.administrator()
                        ? Mono.just(true)
                        : visibilities
                                .of(exchange)
                                .flatMap(visibility -> constellations
                                        .own(visibility)
                                        .any(group -> ConstellationPolicy.mayOversee(visibility, group.id())));
            }
        };
    }

    @Bean
    @Order(21)
    MeLink spareBedsForDuty() {
        return new MeLink() {
            @Override
            public Kind kind() {
                return Kind.LOOKED_AFTER;
            }

            @Override
            public String href() {
                return "/constellations/spare";
            }

            @Override
            public String messageKey() {
                return "constellations.spare.title";
            }

            @Override
            public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
                return Mono.just(SpareBeds.isForDuty(viewer));
            }
        };
    }
}
