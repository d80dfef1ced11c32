package hub.forum.guidance.web;

import hub.forum.guidance.Guidance;
import hub.platform.identity.Viewer;
import hub.platform.pages.MeLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Guidance on somebody's own page: to ask for it, what waits for an adviser, who the advisers are. */
@Configuration(proxyBeanMethods = false)
class GuidanceLinks {
    @Bean
    @Order(20)
    MeLink askForGuidance(Guidance guidance) {
        return new Link(MeLink.Kind.OWN, "/guidance", "guidance.me") {
            @Override
            public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
                return viewer.approved()
                        ? guidance.advises(viewer).flatMap(is -> is ? Mono.just(false) : guidance.isOffered())
                        : Mono.just(false);
            }
        };
    }

    @Bean
    @Order(15)
    MeLink guidanceThatWaits(Guidance guidance) {
        return new Link(MeLink.Kind.LOOKED_AFTER, "/guidance", "guidance.me.advises") {
            @Override
            public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
                return guidance.advises(viewer);
            }
        };
    }

    @Bean
    @Order(36)
    MeLink guidanceAdvisers() {
        return new Link(MeLink.Kind.LOOKED_AFTER, "/guidance/advisers", "guidance.me.advisers") {
            @Override
            public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
                return Mono.just(viewer.administrator());
            }
        };
    }

    /** What each link says of itself. */
    private abstract static class Link implements MeLink {
        private final Kind kind;
        private final String href;
        private final String messageKey;

        Link(Kind kind, String href, String messageKey) {
            this.kind = kind;
            this.href = href;
            this.messageKey = messageKey;
        }

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
    }
}
