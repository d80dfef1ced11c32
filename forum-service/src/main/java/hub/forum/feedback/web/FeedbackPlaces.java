package hub.forum.feedback.web;

import hub.forum.feedback.FeedbackPolicy;
import hub.forum.feedback.answers.Answers;
import hub.forum.feedback.rounds.Round;
import hub.forum.feedback.rounds.Rounds;
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

/** Where people find feedback: a round that waits for them at home, the rest on their own page. */
@Configuration(proxyBeanMethods = false)
class FeedbackPlaces {
    /** Rounds that wait for the viewer's answer. */
    record Waiting(List<Round> rounds) {}

    @Bean
    @Order(50)
    HomeCard feedbackThatWaits(Rounds rounds, Answers answers) {
        return new HomeCard() {
            @Override
            public Place place() {
                return Place.ASIDE;
            }

            @Override
            public Mono<Fragment> of(Viewer viewer, ServerWebExchange exchange) {
                return viewer.carer()
                        ? rounds.newest(viewer)
                                .filter(Round::isOpen)
                                .filterWhen(round -> answers.waitsFor(round.id(), viewer))
                                .collectList()
                                .filter(waiting -> !waiting.isEmpty())
                                .map(waiting -> new Fragment("feedback/home", "waiting", new Waiting(waiting)))
                        : Mono.empty();
            }
        };
    }

    @Bean
    @Order(55)
    MeLink feedbackRounds() {
        return link(MeLink.Kind.OWN, "feedback.me");
    }

    @Bean
    @Order(55)
    MeLink feedbackToRun() {
        return link(MeLink.Kind.LOOKED_AFTER, "feedback.me.runs");
    }

    private static MeLink link(MeLink.Kind kind, String messageKey) {
        return new MeLink() {
            @Override
            public Kind kind() {
                return kind;
            }

            @Override
            public String href() {
                return "/feedback";
            }

            @Override
            public String messageKey() {
                return messageKey;
            }

            @Override
            public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
                boolean staff = FeedbackPolicy.readsMeasures(viewer);
                return Mono.just(viewer.approved() && (kind == Kind.OWN ? !staff : staff));
            }
        };
    }
}
