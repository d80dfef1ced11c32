package hub.forum.constellations.sleepovers.web;

import hub.forum.constellations.Constellations;
import hub.forum.constellations.rota.RotaWords;
import hub.forum.constellations.sleepovers.Ask;
import hub.forum.constellations.sleepovers.Sleepovers;
import hub.forum.groups.web.CurrentVisibility;
import hub.platform.identity.Viewer;
import hub.platform.pages.Fragment;
import hub.platform.pages.HomeCard;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Requests that wait for the viewer's answer, at the top of the home page: one tap opens one, the second accepts it. */
@Component
@Order(8)
class WaitingCard implements HomeCard {
    private static final int MOST = 5;

    private final Constellations constellations;
    private final Sleepovers sleepovers;
    private final CurrentVisibility visibilities;
    private final RotaWords words;

    WaitingCard(Constellations constellations, Sleepovers sleepovers, CurrentVisibility visibilities, RotaWords words) {
        this.constellations = constellations;
        this.sleepovers = sleepovers;
        this.visibilities = visibilities;
        this.words = words;
    }

    record Waiting(String path, String when, boolean emergency) {}

    @Override
    public Place place() {
        return Place.TOP;
    }

    @Override
    public Mono<Fragment> of(Viewer viewer, ServerWebExchange exchange) {
        return visibilities
                .of(exchange)
                .filterWhen(visibility -> constellations.own(visibility).hasElements())
                .flatMap(sleepovers::waitingFor)
                .filter(waiting -> !waiting.isEmpty())
                .map(waiting -> waiting.stream()
                        .limit(MOST)
                        .map(sleepover -> new Waiting(
                                sleepover.path(),
                                when(sleepover.ask()),
                                sleepover.ask().emergency()))
                        .toList())
                .map((List<Waiting> lines) -> new Fragment("constellations/home", "waiting", lines));
    }

    private String when(Ask ask) {
        return words.hours(ask.from(), ask.until());
    }
}
