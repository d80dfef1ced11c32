package hub.resources.library.lists;

import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.mongo.Ids;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where to start as a new foster carer, kinship carer, mentor or hub carer; some carers of the demo have begun. */
@Component
@Order(DemoContent.SCHEMES + 1)
class DemoReadingLists implements DemoContent {
    private static final String EDITOR = "helen-marsh";

    private final ReadingLists lists;

    DemoReadingLists(ReadingLists lists) {
        this.lists = lists;
    }

    /** @param sent how many guides each carer who has it has ticked off */
    private record Start(String key, String title, String intro, List<String> guides, Map<String, Integer> sent) {}

    private static final List<Start> STARTS = List.of(
            new Start(
                    "foster",
                    "Start here: new foster carer",
                    "Seven short guides for your first weeks. One a day is plenty.",
                    List.of(
                            "first-weeks",
                            "delegated-authority",
                            "writing-a-daily-log",
                            "trust-takes-time",
                            "medicines-at-home",
                            "training-standards",
                            "having-a-mentor"),
                    Map.of("amina-farah", 3, "leroy-bennett", 7)),
            new Start(
                    "kinship",
                    "Start here: new kinship carer",
                    "What you have a right to, and who can help. Begin at the top.",
                    List.of(
                            "kinship-care-in-england",
                            "kinship-money",
                            "kinship-legal-advice",
                            "kinship-local-offer",
                            "kinship-family-relationships",
                            "looking-after-yourself"),
                    Map.of("tasneem-akhtar", 4, "joe-fenwick", 0)),
            new Start(
                    "mentor",
                    "Start here: mentor",
                    "Before you meet the carer you will walk with.",
                    List.of(
                            "being-a-mentor",
                            "in-a-support-group",
                            "keeping-what-you-know-private",
                            "looking-after-yourself"),
                    Map.of("dawn-pickering", 2)),
            new Start(
                    "hub",
                    "Start here: hub carer",
                    "How the constellation works, what is yours to do, and who looks after you.",
                    List.of(
                            "how-a-constellation-works",
                            "being-a-hub-carer",
                            "sleepovers-in-a-constellation",
                            "when-feelings-boil-over",
                            "when-a-child-is-missing"),
                    Map.of("marion-whitlock", 5)));

    @Override
    public String name() {
        return "reading-lists";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        return Flux.fromIterable(STARTS)
                .concatMap(start -> lists.bringIn(list(start), sent(start, clock)))
                .then();
    }

    private static ReadingList list(Start start) {
        return new ReadingList(
                id(start),
                start.title(),
                start.intro(),
                start.guides(),
                false,
                EDITOR,
                Ids.of("form of " + id(start)),
                0);
    }

    private static List<SentList> sent(Start start, DemoClock clock) {
        return start.sent().entrySet().stream()
                .map(one -> new SentList(
                        SentList.id(id(start), one.getKey()),
                        id(start),
                        one.getKey(),
                        EDITOR,
                        clock.ago(Duration.ofDays(6)),
                        Set.copyOf(start.guides().subList(0, one.getValue()))))
                .toList();
    }

    private static String id(Start start) {
        return Ids.of("demo reading list " + start.key());
    }
}
