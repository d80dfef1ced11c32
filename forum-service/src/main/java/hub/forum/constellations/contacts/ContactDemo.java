package hub.forum.constellations.contacts;

import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoEntry;
import hub.platform.demo.DemoFiles;
import hub.platform.mongo.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A year of support contacts in the constellations of the demo. */
@Component
@Order(DemoContent.SCHEMES)
class ContactDemo implements DemoContent {
    private final DemoFiles files;
    private final ContactStore store;

    ContactDemo(DemoFiles files, ContactStore store) {
        this.files = files;
        this.store = store;
    }

    @Override
    public String name() {
        return "constellations-contacts";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        List<SupportContact> all = files.entries("constellations/contacts.yml").stream()
                .flatMap(entry -> contacts(entry, clock))
                .toList();
        return store.toChange(all.getFirst().id())
                .hasElement()
                .flatMap(there -> there ? Mono.empty() : store.insertAll(all));
    }

    /** One, or as many as it says, each so many days before the last. */
    private static Stream<SupportContact> contacts(DemoEntry entry, DemoClock clock) {
        return IntStream.range(0, Math.max(1, entry.number("times")))
                .mapToObj(at -> contact(entry, clock, entry.number("ago") + at * entry.number("every"), at));
    }

    private static SupportContact contact(DemoEntry entry, DemoClock clock, int daysAgo, int at) {
        LocalDate day = clock.today().minusDays(daysAgo);
        int more = at == 0 ? entry.number("moreIn") : 0;
        return new SupportContact(
                Ids.of("demo contact " + entry.text("group") + entry.text("carer") + entry.text("kind") + daysAgo),
                entry.text("group"),
                entry.text("carer"),
                entry.text("household"),
                entry.text("by"),
                day,
                entry.chosen("way", SupportContact.Way.class),
                entry.chosen("kind", SupportContact.Kind.class),
                entry.chosen("length", SupportContact.Length.class),
                entry.text("risk").isEmpty() ? SupportContact.Risk.NO : entry.chosen("risk", SupportContact.Risk.class),
                entry.text("helped"),
                more == 0 ? null : clock.today().plusDays(more),
                false,
                clock.ago("1h").minusSeconds(daysAgo * 86_400L),
                1);
    }
}
