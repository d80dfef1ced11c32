package hub.forum.constellations.sleepovers;

import hub.forum.constellations.Constellations;
import hub.forum.constellations.rota.RotaWords;
import hub.forum.groups.Group;
import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.platform.calendar.CalendarEntry;
import hub.platform.calendar.CalendarSource;
import hub.platform.calendar.WallTime;
import hub.platform.identity.Viewer;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Agreed sleepovers in the calendars of whoever asked and of those who keep the hub home. An entry says that there is one, no more. */
@Component
class SleepoverCalendar implements CalendarSource {
    private final SleepoverStore store;
    private final Constellations constellations;
    private final Rights rights;
    private final RotaWords words;

    SleepoverCalendar(SleepoverStore store, Constellations constellations, Rights rights, RotaWords words) {
        this.store = store;
        this.constellations = constellations;
        this.rights = rights;
        this.words = words;
    }

    @Override
    public Flux<CalendarEntry> entries(Viewer viewer, Instant from, Instant to) {
        return rights.of(viewer)
                .flatMapMany(visibility -> constellations
                        .own(visibility)
                        .map(Group::id)
                        .filter(visibility::mayRead)
                        .concatMap(group -> inGroup(group, from, to, visibility)));
    }

    private Flux<CalendarEntry> inGroup(String group, Instant from, Instant to, Visibility visibility) {
        return store.endingAfter(group, from, visibility)
                .filter(sleepover -> sleepover.state() == Sleepover.State.ACCEPTED
                        && sleepover.ask().from().isBefore(to))
                .map(this::entry);
    }

    private CalendarEntry entry(Sleepover sleepover) {
        return new CalendarEntry(
                "sleepover-" + sleepover.id() + "@hearth",
                sleepover.version(),
                sleepover.askedAt(),
                WallTime.at(sleepover.ask().from()),
                WallTime.at(sleepover.ask().until()),
                words.say("constellations.calendar.sleepover"),
                "",
                "",
                sleepover.path(),
                false);
    }
}
