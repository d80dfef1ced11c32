package hub.forum.ambassadors.media;

import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoEntry;
import hub.platform.demo.DemoFiles;
import hub.platform.mongo.Ids;
import java.time.Duration;
import java.time.Instant;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Activities with the press: one that waits for the press office, one for the ambassador, one that was done. */
@Component
@Order(DemoContent.SCHEMES + 1)
class MediaDemo implements DemoContent {
    private static final Duration A_DAY = Duration.ofDays(1);

    private final DemoFiles files;
    private final Activities activities;

    MediaDemo(DemoFiles files, Activities activities) {
        this.files = files;
        this.activities = activities;
    }

    @Override
    public String name() {
        return "media-activities";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        return activities.addAll(files.entries("ambassadors/media.yml").stream()
                .map(entry -> activity(entry, clock))
                .toList());
    }

    private static Activity activity(DemoEntry entry, DemoClock clock) {
        Instant at = clock.ago(entry.text("ago"));
        Activity proposed = Activity.propose(
                Ids.of("demo activity " + entry.text("what")),
                entry.text("ambassador"),
                entry.text("by"),
                entry.chosen("kind", Activity.Kind.class),
                entry.text("what"),
                clock.today().plusDays(entry.number("inDays")),
                at);
        return switch (entry.text("state")) {
            case "proposed" -> proposed;
            case "approved" -> proposed.approve(at.plus(A_DAY));
            default ->
                proposed.approve(at.plus(A_DAY))
                        .agree(at.plus(A_DAY.multipliedBy(2)))
                        .done(clock.today(), clock.firstStart());
        };
    }
}
