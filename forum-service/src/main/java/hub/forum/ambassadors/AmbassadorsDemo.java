package hub.forum.ambassadors;

import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoEntry;
import hub.platform.demo.DemoFiles;
import hub.platform.text.Slug;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Four ambassadors, and one who has been asked. */
@Component
@Order(DemoContent.SCHEMES)
class AmbassadorsDemo implements DemoContent {
    private final DemoFiles files;
    private final Ambassadors ambassadors;

    AmbassadorsDemo(DemoFiles files, Ambassadors ambassadors) {
        this.files = files;
        this.ambassadors = ambassadors;
    }

    @Override
    public String name() {
        return "ambassadors";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        return ambassadors.addAll(files.entries("ambassadors/ambassadors.yml").stream()
                .map(entry -> ambassador(entry, clock))
                .toList());
    }

    private static Ambassador ambassador(DemoEntry entry, DemoClock clock) {
        Instant since = clock.ago(Duration.ofDays(entry.number("days")));
        Ambassador asked = Ambassador.ask(entry.text("person"), since);
        if (entry.text("state").equals("asked")) {
            return asked;
        }
        Set<Ambassador.Attribute> shown = entry.texts("shown").stream()
                .flatMap(slug -> Slug.find(Ambassador.Attribute.class, slug).stream())
                .collect(Collectors.toSet());
        return asked.describe(
                new Ambassador.Profile(
                        entry.chosen("household", Household.class),
                        Fostering.of(entry.texts("fostering")),
                        entry.text("heritage"),
                        entry.text("faith"),
                        entry.text("languages"),
                        entry.flag("visits"),
                        entry.flag("media")),
                shown,
                entry.number("capacity"),
                since);
    }
}
