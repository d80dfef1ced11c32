package hub.forum.ambassadors.web;

import hub.forum.ambassadors.Ambassador;
import hub.forum.ambassadors.Ambassadors;
import hub.forum.ambassadors.media.Activities;
import hub.platform.identity.Viewer;
import hub.platform.pages.MeLink;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Ambassadors on somebody's own page. */
@Configuration(proxyBeanMethods = false)
class AmbassadorLinks {
    private final Ambassadors ambassadors;

    AmbassadorLinks(Ambassadors ambassadors) {
        this.ambassadors = ambassadors;
    }

    @Bean
    @Order(23)
    MeLink ownAmbassadorProfile() {
        return link(
                MeLink.Kind.OWN,
                "/ambassadors/profile",
                "ambassadors.me",
                viewer -> ambassadors
                        .own(viewer)
                        .map(own -> own.state() != Ambassador.State.ENDED)
                        .defaultIfEmpty(false));
    }

    @Bean
    @Order(13)
    MeLink ambassadorsOfOfficers() {
        return link(
                MeLink.Kind.LOOKED_AFTER,
                "/ambassadors/register",
                "ambassadors.me.register",
                viewer -> Mono.just(Ambassadors.recruits(viewer)));
    }

    @Bean
    @Order(13)
    MeLink mediaOfOfficers() {
        return link(
                MeLink.Kind.LOOKED_AFTER,
                "/ambassadors/media",
                "ambassadors.me.media",
                viewer -> Mono.just(Activities.looksAfter(viewer)));
    }

    private static MeLink link(
            MeLink.Kind kind, String href, String messageKey, Function<Viewer, Mono<Boolean>> whose) {
        return new MeLink() {
            @Override
            public Kind kind() {
                return kind;
            }

            @Override
            public String href() {
                return href;
            }

            @Override
            public String messageKey() {
                return messageKey;
            }

            @Override
            public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
                return whose.apply(viewer);
            }
        };
    }
}
