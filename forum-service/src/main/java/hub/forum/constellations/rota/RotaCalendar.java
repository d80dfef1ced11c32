package hub.forum.constellations.rota;

import hub.forum.groups.Rights;
import hub.platform.calendar.CalendarEntry;
import hub.platform.calendar.CalendarSource;
import hub.platform.calendar.WallTime;
import hub.platform.identity.Viewer;
import hub.platform.time.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** A person's own shifts in their own calendar. Which constellation it is, is not said there. */
@Component
class RotaCalendar implements CalendarSource {
    private final RotaStore store;
    private final Rights rights;
    private final RotaWords words;

    RotaCalendar(RotaStore store, Rights rights, RotaWords words) {
        this.store = store;
        this.rights = rights;
        this.words = words;
    }

    @Override
    public Flux<CalendarEntry> entries(Viewer viewer, Instant from, Instant to) {
        return rights.of(viewer)
                .flatMap(visibility -> store.findAll(visibility.own(), visibility))
                .flatMapIterable(rotas -> rotas.values().stream()
                        .flatMap(rota -> entries(rota, viewer, from, to))
                        .toList());
    }

    private Stream<CalendarEntry> entries(Rota rota, Viewer viewer, Instant from, Instant to) {
        return rota
                .shifts(
                        LocalDate.ofInstant(from, Times.LONDON).minusDays(Rota.REACHES_DAYS),
                        LocalDate.ofInstant(to, Times.LONDON))
                .stream()
                .filter(shift -> shift.isOf(viewer.account()) && shift.ends().isAfter(from))
                .map(shift -> new CalendarEntry(
                        "shift-" + rota.id() + "-" + shift.key() + "@hearth",
                        rota.version(),
                        shift.starts(),
                        WallTime.at(shift.starts()),
                        WallTime.at(shift.ends()),
                        words.say("constellations.calendar.shift"),
                        "",
                        "",
                        "/constellations/" + rota.id() + "/rota",
                        false));
    }
}
