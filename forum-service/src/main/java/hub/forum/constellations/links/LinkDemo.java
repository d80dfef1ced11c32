package hub.forum.constellations.links;

import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoEntry;
import hub.platform.demo.DemoFiles;
import hub.platform.mongo.Ids;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Cultural links of the demo: offers, one that waits, one that is proposed. */
@Component
@Order(DemoContent.SCHEMES)
class LinkDemo implements DemoContent {
    private final DemoFiles files;
    private final LinkStore store;

    LinkDemo(DemoFiles files, LinkStore store) {
        this.files = files;
        this.store = store;
    }

    @Override
    public String name() {
        return "constellations-links";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        return Flux.fromIterable(files.entries("constellations/link-offers.yml"))
                .concatMap(entry -> missing(store.offer(id(entry)), store.put(offer(entry, clock))))
                .thenMany(Flux.fromIterable(files.entries("constellations/links.yml"))
                        .concatMap(entry ->
                                missing(store.toChange(request(entry, clock).id()), asked(entry, clock))))
                .then();
    }

    private static <T> Mono<T> missing(Mono<T> there, Mono<T> fresh) {
        return there.switchIfEmpty(fresh);
    }

    private static String id(DemoEntry entry) {
        return LinkOffer.id(entry.text("group"), entry.text("person"));
    }

    private static LinkOffer offer(DemoEntry entry, DemoClock clock) {
        Map<Matter, String> words = new EnumMap<>(Matter.class);
        for (Matter matter : Matter.values()) {
            if (!entry.text(matter.slug()).isEmpty()) {
                words.put(matter, entry.text(matter.slug()));
            }
        }
        return LinkOffer.none(entry.text("group"), entry.text("household"), entry.text("person"))
                .describe(words, Set.copyOf(entry.allChosen("shown", Matter.class)), clock.ago("30d"));
    }

    private static LinkRequest request(DemoEntry entry, DemoClock clock) {
        return LinkRequest.ask(
                Ids.of("demo link of " + entry.text("person")),
                entry.text("group"),
                entry.text("household"),
                entry.text("person"),
                Set.copyOf(entry.allChosen("about", Matter.class)),
                entry.text("words"),
                clock.ago(entry.text("ago")));
    }

    /** With the offer that is proposed for it, which it holds. */
    private Mono<LinkRequest> asked(DemoEntry entry, DemoClock clock) {
        LinkRequest waiting = request(entry, clock);
        String other = entry.text("proposed");
        Instant now = clock.ago("1d");
        return other.isEmpty()
                ? store.insert(waiting)
                : store.offer(LinkOffer.id(entry.text("in"), other))
                        .flatMap(offer -> store.put(offer.take(waiting.id())))
                        .flatMap(taken -> store.insert(waiting.propose(
                                LinkRequest.Proposal.of(Ids.of("demo proposal " + waiting.id()), taken), now)));
    }
}
