package hub.forum.groups;

import hub.platform.calendar.CalendarEntry;
import hub.platform.calendar.CalendarSource;
import hub.platform.calendar.WallTime;
import hub.platform.identity.Viewer;
import hub.testkit.TestFixture;
import java.time.Instant;
import reactor.core.publisher.Flux;

/** A date of each group that somebody is in, named after it: no feature of the forum has dates yet. */
@TestFixture
class GroupDates implements CalendarSource {
    private final Groups groups;
    private final Rights rights;

    GroupDates(Groups groups, Rights rights) {
        this.groups = groups;
        this.rights = rights;
    }

    @Override
    public Flux<CalendarEntry> entries(Viewer viewer, Instant from, Instant to) {
        return rights.of(viewer)
                .flatMapMany(visibility -> groups.all(visibility)
                        .filter(group -> visibility.ownReadable().contains(group.id())))
                .map(group -> new CalendarEntry(
                        group.id() + "@hearth",
                        0,
                        Instant.EPOCH,
                        WallTime.at(from),
                        WallTime.at(to),
                        group.name(),
                        "",
                        "",
                        group.path(),
                        false));
    }
}
