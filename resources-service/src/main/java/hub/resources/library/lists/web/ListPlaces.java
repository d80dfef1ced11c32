package hub.resources.library.lists.web;

import hub.platform.identity.Viewer;
import hub.platform.pages.Fragment;
import hub.platform.pages.HomeCard;
import hub.platform.pages.MeLink;
import hub.resources.library.Piece;
import hub.resources.library.PieceReadings;
import hub.resources.library.lists.ListPolicy;
import hub.resources.library.lists.ReadingLists;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Where people find what they were sent to read, and staff the lists that they send. */
@Configuration(proxyBeanMethods = false)
class ListPlaces {
    @Bean
    @Order(25)
    MeLink ownReading() {
        return link(MeLink.Kind.OWN, "/library/lists/own", "library.own.me", Viewer::approved);
    }

    @Bean
    @Order(71)
    MeLink readingListsToSend() {
        return link(MeLink.Kind.LOOKED_AFTER, "/library/staff/lists", "library.lists.me", ListPolicy::sends);
    }

    private static MeLink link(MeLink.Kind kind, String href, String key, Predicate<Viewer> isFor) {
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
                return key;
            }

            @Override
            public Mono<Boolean> isFor(Viewer viewer, ServerWebExchange exchange) {
                return Mono.just(isFor.test(viewer));
            }
        };
    }

    /** @param lists that are not finished; @param asked guides that the viewer is asked to read */
    record Reading(List<ReadingLists.Own> lists, List<Piece> asked) {}

    @Bean
    @Order(40)
    HomeCard readingAtHome(ReadingLists lists, PieceReadings readings) {
        return new HomeCard() {
            @Override
            public Place place() {
                return Place.ASIDE;
            }

            @Override
            public Mono<Fragment> of(Viewer viewer, ServerWebExchange exchange) {
                return Mono.zip(
                                lists.own(viewer).filter(own -> !own.finished()).collectList(),
                                readings.unread(viewer).collectList())
                        .map(both -> new Reading(both.getT1(), both.getT2()))
                        .filter(reading ->
                                !reading.lists().isEmpty() || !reading.asked().isEmpty())
                        .map(reading -> new Fragment("library/home", "card", reading));
            }
        };
    }
}
