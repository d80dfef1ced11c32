package hub.resources.library;

import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Carers of the demo who have read the guide that all are asked to read, and how often guides were opened this month. */
@Component
@Order(DemoContent.SCHEMES)
class DemoPieceReadings implements DemoContent {
    private static final String ASKED = "when-a-child-is-missing";
    private static final List<String> READERS =
            List.of("dawn-pickering", "leroy-bennett", "ruth-ellery", "michael-doyle", "doreen-platt", "carol-fenwick");
    private static final Map<String, Integer> OPENED = Map.of(
            "sleep-and-settling", 31,
            "delegated-authority", 24,
            "first-weeks", 22,
            "pace-in-plain-words", 19,
            "family-time", 17,
            "kinship-money", 12,
            "writing-a-daily-log", 9,
            "medicines-at-home", 7);

    private final LibraryStore store;
    private final PieceReadings readings;
    private final ReadCounts reads;

    DemoPieceReadings(LibraryStore store, PieceReadings readings, ReadCounts reads) {
        this.store = store;
        this.readings = readings;
        this.reads = reads;
    }

    @Override
    public String name() {
        return "library-readings";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        return store.published(ASKED)
                .flatMapMany(piece -> Flux.fromIterable(READERS)
                        .concatMap(reader -> readings.bringIn(piece, reader, clock.ago(Duration.ofHours(20)))))
                .thenMany(Flux.fromIterable(OPENED.entrySet()))
                .concatMap(opened -> reads.bringIn(opened.getKey(), YearMonth.from(clock.today()), opened.getValue()))
                .then();
    }
}
