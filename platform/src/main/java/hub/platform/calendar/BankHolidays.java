package hub.platform.calendar;

import hub.platform.content.Content;
import hub.platform.content.Content.ContentMistake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The bank holidays of England, from {@code content/bank-holidays.yml}. Read at the start; none where there is no such file. */
@Component
public class BankHolidays {
    private static final String FILE = "bank-holidays.yml";

    private final NavigableMap<LocalDate, String> names;

    BankHolidays(Content content) {
        Path file = content.folder(FILE);
        this.names = Files.exists(file) ? read(content.yaml(file)) : new TreeMap<>();
    }

    /** What the day is called, if it is one; empty too for a year that nobody has written down yet: {@link #lastYear}. */
    public Optional<String> on(LocalDate day) {
        return Optional.ofNullable(names.get(day));
    }

    /** The last year that is known; 0 if none is. */
    public int lastYear() {
        return names.isEmpty() ? 0 : names.lastKey().getYear();
    }

    /** YAML reads 2026-12-25 as a moment in UTC; it means the day. */
    private static NavigableMap<LocalDate, String> read(Object yaml) {
        NavigableMap<LocalDate, String> names = new TreeMap<>();
        if (!(yaml instanceof List<?> days)) {
            throw new ContentMistake("content/" + FILE, 1, "it must be a list of days");
        }
        for (Object day : days) {
            if (!(day instanceof Map<?, ?> one) || !(one.get("date") instanceof Date date) || one.get("name") == null) {
                throw new ContentMistake("content/" + FILE, 1, "each day has a \"date\" and a \"name\": " + day);
            }
            names.put(
                    LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC),
                    String.valueOf(one.get("name")).strip());
        }
        return names;
    }
}
