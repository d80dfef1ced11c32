package hub.forum.constellations.rota;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The shifts of a rota: those of the pattern, with what was changed in their places and beside them. */
final class FindShifts {
    private static final Comparator<Shift> IN_TIME =
            Comparator.comparing(Shift::from).thenComparing(Shift::key);

    /** As days are written: no year of more than four digits. */
    private static final String DAY = "2026-12-04";

    private FindShifts() {}

    static List<Shift> between(Rota rota, LocalDate first, LocalDate last) {
        Map<String, Shift> found = new LinkedHashMap<>();
        rota.pattern().stream()
                .flatMap(turn -> turn.shifts(first, last))
                .forEach(shift -> found.put(shift.key(), shift));
        rota.changes().stream()
                .filter(shift -> !shift.from().toLocalDate().isBefore(first)
                        && !shift.from().toLocalDate().isAfter(last))
                .forEach(shift -> found.put(shift.key(), shift));
        Set<String> known = rota.people().stream().map(OnCallPerson::account).collect(Collectors.toSet());
        return found.values().stream()
                .map(shift -> shift.account() != null && !known.contains(shift.account()) ? shift.by(null) : shift)
                .sorted(IN_TIME)
                .toList();
    }

    static Optional<Shift> byKey(Rota rota, String key) {
        return rota.changes().stream()
                .filter(shift -> shift.key().equals(key))
                .findFirst()
                .or(() -> rota.pattern().stream()
                        .filter(turn -> key.startsWith(turn.id() + ":"))
                        .flatMap(turn -> Stream.ofNullable(day(key)).flatMap(day -> turn.shifts(day, day)))
                        .findFirst())
                .map(shift -> rota.has(shift.account()) ? shift : shift.by(null));
    }

    private static @Nullable LocalDate day(String key) {
        String day = key.substring(key.indexOf(':') + 1);
        try {
            return day.length() == DAY.length() ? LocalDate.parse(day) : null;
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }
}
