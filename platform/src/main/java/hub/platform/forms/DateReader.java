package hub.platform.forms;

import hub.platform.time.Times;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a date as people write it in Britain: the day before the month. A date without its year is the next one from today, "Tuesday" the next from today,
 * "next Tuesday" the one in the week that begins with the next Monday.
 */
final class DateReader {
    private static final int LONGEST = 60;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private static final List<String> NUMBERS = List.of(
            "a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private static final String WEEKDAY = "(?<weekday>mon|tues?|wed(?:s|nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?";
    private static final String MONTH =
            "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
                    + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final String DAY = "(?:the )?(?<day>[0-9]{1,2})(?:st|nd|rd|th)?";
    private static final String YEAR = "(?:[ -](?<year>[0-9]{4}|[0-9]{2}))?";
    private static final String MAYBE_WEEKDAY = "(?:" + WEEKDAY + " )?";

    private static final Pattern ISO = Pattern.compile("(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})");
    private static final Pattern FIGURES = Pattern.compile(MAYBE_WEEKDAY
            + "(?<day>[0-9]{1,2}) ?[-/. ] ?(?<month>[0-9]{1,2})(?: ?[-/. ] ?(?<year>[0-9]{4}|[0-9]{2}))?");
    private static final Pattern DAY_FIRST = Pattern.compile(MAYBE_WEEKDAY + DAY + "(?: of)?[ -]?" + MONTH + YEAR);
    private static final Pattern MONTH_FIRST = Pattern.compile(MAYBE_WEEKDAY + MONTH + " " + DAY + YEAR);
    private static final Pattern ON_A_WEEKDAY =
            Pattern.compile("(?<which>this|next|last)? ?" + WEEKDAY + "(?<later> week| next week)?");
    private static final Pattern COUNTED = Pattern.compile("(?:in )?(?<many>[0-9]{1,3}|" + String.join("|", NUMBERS)
            + ") (?<unit>day|week|fortnight)s?(?<from> today| tomorrow| from now)?");

    private final String typed;
    private final LocalDate today;

    DateReader(String typed, LocalDate today) {
        this.typed = typed;
        this.today = today;
    }

    TypedDate read() {
        if (typed.length() > LONGEST) {
            return unclear(Unclear.NO_DATE, "");
        }
        String plain = plain(typed);
        LocalDate counted = counted(plain);
        if (counted != null) {
            return understood(counted);
        }
        for (Pattern pattern : List.of(ISO, FIGURES, DAY_FIRST, MONTH_FIRST)) {
            Matcher written = pattern.matcher(plain);
            if (written.matches()) {
                return written(written);
            }
        }
        return unclear(Unclear.NO_DATE, "");
    }

    private static String plain(String typed) {
        return typed.toLowerCase(Locale.ROOT)
                .replace(',', ' ')
                .replaceAll("(?<=[a-z])[.]", " ")
                .replaceAll(" +", " ")
                .strip()
                .replaceAll("^on ", "");
    }

    /** What is said by how far off it is; null if it is not. */
    private @Nullable LocalDate counted(String plain) {
        return switch (plain) {
            case "today" -> today;
            case "tomorrow" -> today.plusDays(1);
            case "yesterday" -> today.minusDays(1);
            case "day after tomorrow", "the day after tomorrow" -> today.plusDays(2);
            default -> {
                Matcher weekday = ON_A_WEEKDAY.matcher(plain);
                Matcher counted = COUNTED.matcher(plain);
                yield weekday.matches() ? onWeekday(weekday) : counted.matches() ? fromNow(counted) : null;
            }
        };
    }

    private LocalDate onWeekday(Matcher said) {
        DayOfWeek day = weekday(said.group("weekday"));
        String which = said.group("which");
        String later = said.group("later");
        LocalDate coming = today.with(TemporalAdjusters.nextOrSame(day));
        if ("last".equals(which)) {
            return today.with(TemporalAdjusters.previous(day));
        }
        if ("next".equals(which) || " next week".equals(later)) {
            return today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).with(TemporalAdjusters.nextOrSame(day));
        }
        return " week".equals(later) ? coming.plusWeeks(1) : coming;
    }

    private LocalDate fromNow(Matcher said) {
        String many = said.group("many");
        int word = NUMBERS.indexOf(many);
        int number = many.equals("a") ? 1 : word > 0 ? word : Integer.parseInt(many);
        int days = switch (said.group("unit")) {
            case "day" -> 1;
            case "week" -> 7;
            default -> 14;
        };
        return today.plusDays((long) number * days + (" tomorrow".equals(said.group("from")) ? 1 : 0));
    }

    private TypedDate written(Matcher written) {
        int day = Integer.parseInt(written.group("day"));
        int month = month(written.group("month"));
        if (month < 1 || month > 12 || day < 1) {
            return unclear(Unclear.NO_DATE, "");
        }
        String year = written.group("year");
        LocalDate date = year == null ? next(day, month) : date(day, month, year(year));
        if (date == null) {
            return day <= 31 ? unclear(Unclear.NO_SUCH_DAY, monthName(month, year)) : unclear(Unclear.NO_DATE, "");
        }
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            return unclear(Unclear.NO_DATE, "");
        }
        String weekday = written.namedGroups().containsKey("weekday") ? written.group("weekday") : null;
        return weekday != null && weekday(weekday) != date.getDayOfWeek()
                ? unclear(Unclear.OTHER_WEEKDAY, Times.inFull(date))
                : understood(date);
    }

    /** The next such day from today; null if there is none within four years. */
    private @Nullable LocalDate next(int day, int month) {
        for (int year = today.getYear(); year <= today.getYear() + 4; year++) {
            LocalDate date = date(day, month, year);
            if (date != null && !date.isBefore(today)) {
                return date;
            }
        }
        return null;
    }

    private static @Nullable LocalDate date(int day, int month, int year) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException none) {
            return null;
        }
    }

    private static int year(String typed) {
        int year = Integer.parseInt(typed);
        return typed.length() == 2 ? 2000 + year : year;
    }

    private static String monthName(int month, @Nullable String year) {
        String name = Month.of(month).getDisplayName(TextStyle.FULL, Locale.UK);
        return year == null || month != 2 ? name : name + " " + Year.of(year(year));
    }

    private static int month(String typed) {
        return Character.isDigit(typed.charAt(0)) ? Integer.parseInt(typed) : startingWith(typed, Month.values());
    }

    private static DayOfWeek weekday(String typed) {
        return DayOfWeek.of(startingWith(typed, DayOfWeek.values()));
    }

    /** From 1, of the constant whose name begins with the same three letters. */
    private static int startingWith(String typed, Enum<?>[] names) {
        String beginning = typed.substring(0, 3).toUpperCase(Locale.ROOT);
        for (Enum<?> name : names) {
            if (name.name().startsWith(beginning)) {
                return name.ordinal() + 1;
            }
        }
        throw new IllegalArgumentException(typed);
    }

    private TypedDate understood(LocalDate date) {
        return new TypedDate(typed, date, null, "");
    }

    private TypedDate unclear(Unclear why, String about) {
        return TypedDate.unclear(typed, why, about);
    }
}
