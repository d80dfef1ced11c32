package hub.forum.mentoring.web;

import hub.forum.mentoring.mentors.Mentors;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import hub.platform.pages.MeLink;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Mentoring on somebody's own page. */
@Configuration(proxyBeanMethods = false)
class MentoringLinks {
    @Bean
    @Order(22)
    MeLink ownMentoring() {
        return link(MeLink.Kind.OWN, "/mentoring", "mentoring.me", Viewer::carer);
    }

    @Bean
    @Order(16)
    MeLink mentoringOfCarers() {
        return link(
                MeLink.Kind.LOOKED_AFTER,
                "/mentoring/carers",
                "mentoring.me.carers",
                viewer -> viewer.is(Role.SUPERVISING_SOCIAL_WORKER));
    }

    @Bean
    @Order(14)
    MeLink mentoringThatWaits() {
        return link(MeLink.Kind.LOOKED_AFTER, "/mentoring/requests", "mentoring.me.requests", Mentors::matches);
    }

    private static MeLink link(MeLink.Kind kind, String href, String messageKey, Predicate<Viewer> whose) {
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
                return Mono.just(whose.test(viewer));
            }
        };
    }
}
