package hub.forum.constellations.sleepovers;

import hub.forum.constellations.homes.HubHome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which beds of a hub home are free on which night. */
final class FreeBeds {
    private final HubHome home;
    private final Map<LocalDate, Integer> held = new HashMap<>();

    /** @param holding the sleepovers for which beds are kept */
    FreeBeds(HubHome home, List<Sleepover> holding) {
        this.home = home;
        holding.stream()
                .filter(sleepover -> sleepover.state().holdsBeds())
                .forEach(sleepover -> sleepover
                        .ask()
                        .beds()
                        .forEach(night -> held.merge(night, sleepover.ask().children(), Integer::sum)));
    }

    /** Never below nought, whatever was promised before a bed was taken away. */
    int on(LocalDate night) {
        return Math.max(0, home.bedsOn(night) - held.getOrDefault(night, 0));
    }

    boolean haveRoomFor(List<LocalDate> nights, int children) {
        return nights.stream().allMatch(night -> on(night) >= children);
    }

    /** The next days from which there is room for as many nights, up to three, none later than a last day. */
    List<LocalDate> next(LocalDate from, LocalDate last, int nights, int children) {
        List<LocalDate> found = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(last) && found.size() < 3; day = day.plusDays(1)) {
            if (haveRoomFor(day.datesUntil(day.plusDays(nights)).toList(), children)) {
                found.add(day);
            }
        }
        return found;
    }
}
