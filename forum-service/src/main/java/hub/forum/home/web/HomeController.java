package hub.forum.home.web;

import hub.platform.identity.Viewer;
import hub.platform.outage.MongoAway;
import hub.platform.pages.Fragment;
import hub.platform.pages.HomeCard;
import hub.platform.pages.Pages;
import hub.platform.security.PublicPaths;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The front door for strangers; for the approved, the cards that features have for them. */
@Controller
class HomeController {
    private static final Logger LOG = LoggerFactory.getLogger(HomeController.class);

    private final List<HomeCard> cards;
    private final LatestNews news;

    HomeController(ObjectProvider<HomeCard> cards, LatestNews news) {
        this.cards = cards.orderedStream().toList();
        this.news = news;
    }

    @Bean
    static PublicPaths homePath() {
        return PublicPaths.of("/");
    }

    private record Placed(HomeCard.Place place, Fragment card) {}

    /** The cards by place. */
    record Inside(List<Fragment> top, List<Fragment> main, List<Fragment> aside) {
        static Inside of(List<Placed> cards) {
            return new Inside(
                    at(HomeCard.Place.TOP, cards), at(HomeCard.Place.MAIN, cards), at(HomeCard.Place.ASIDE, cards));
        }

        private static List<Fragment> at(HomeCard.Place place, List<Placed> cards) {
            return cards.stream()
                    .filter(card -> card.place() == place)
                    .map(Placed::card)
                    .toList();
        }
    }

    @GetMapping("/")
    Mono<Rendering> home(Viewer viewer, ServerWebExchange exchange) {
        return viewer.approved()
                ? Flux.fromIterable(cards)
                        .flatMapSequential(card -> asked(card, viewer, exchange))
                        .collectList()
                        .map(found -> Pages.show("home/inside", Inside.of(found)))
                : news.of(viewer, exchange).map(latest -> Pages.show("home/outside", latest));
    }

    /** One feature that fails or is slow does not take the home page along; a database that is away does. */
    private static Mono<Placed> asked(HomeCard card, Viewer viewer, ServerWebExchange exchange) {
        return card.of(viewer, exchange)
                .map(fragment -> new Placed(card.place(), fragment))
                .timeout(Duration.ofMillis(HomeCard.LONGEST_MILLIS))
                .onErrorResume(failure -> !MongoAway.explains(failure), failure -> {
                    LOG.error("The home page does without {}", card.getClass().getSimpleName(), failure);
                    return Mono.empty();
                });
    }
}
