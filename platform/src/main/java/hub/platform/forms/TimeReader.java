package hub.platform.forms;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a time of day as people write it in Britain. Without a word for the half of the day, 9 to 11 are in the morning and 12 to 6 after noon; 7 and 8 are
 * asked about. A nought in front ("07:30") and hours above 12 are those of a clock of 24 hours.
 */
final class TimeReader {
    private static final List<String> NUMBERS = List.of(
            "nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
            "twelve");

    private static final String NUMBER = "[0-9]{1,2}|" + String.join("|", NUMBERS.subList(1, NUMBERS.size()));

    private static final String HALF = "(?<half>am|pm)?";

    private static final Pattern FIGURES =
            Pattern.compile("(?<hour>" + NUMBER + ")(?:[:.h ]{1,2}(?<minute>[0-9]{2}))?(?: ?o'?clock)? ?" + HALF);

    /** Without a sign between: "1530", "930". */
    private static final Pattern TOGETHER = Pattern.compile("(?<hour>[0-9]{1,2})(?<minute>[0-9]{2}) ?" + HALF);

    private static final Pattern SAID = Pattern.compile(
            "(?<part>half|quarter|five|ten|twenty|twenty[ -]?five|[0-9]{1,2})(?: minutes?)? ?(?<way>past|to)? (?<hour>"
                    + NUMBER + ")(?: ?o'?clock)? ?" + HALF);

    private final String typed;

    TimeReader(String typed) {
        this.typed = typed;
    }

    TypedTime read() {
        if (typed.length() > 40) {
            return unclear();
        }
        String plain = plain(typed);
        LocalTime named = named(plain);
        if (named != null) {
            return understood(named);
        }
        Matcher said = SAID.matcher(plain);
        if (said.matches() && (said.group("way") != null || said.group("part").equals("half"))) {
            return said(said);
        }
        Matcher figures = FIGURES.matcher(plain);
        Matcher together = TOGETHER.matcher(plain);
        Matcher read = figures.matches() ? figures : together.matches() ? together : null;
        if (read == null) {
            return unclear();
        }
        String minute = read.group("minute");
        return at(read.group("hour"), minute == null ? 0 : Integer.parseInt(minute), read.group("half"));
    }

    /** In small letters, with "am" and "pm" for all that say the half of the day. */
    private static String plain(String typed) {
        return typed.toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replace(',', ' ')
                .replaceAll("^(at|from|by) ", "")
                .replaceAll("\\b([ap])\\. ?m\\b\\.?", "$1m")
                .replaceAll("\\bin the morning$", "am")
                .replaceAll("\\b(in the (afternoon|evening)|at night|this evening|tonight)$", "pm")
                .replaceAll("[.]$", "")
                .replaceAll(" +", " ")
                .strip();
    }

    private static @Nullable LocalTime named(String plain) {
        return switch (plain) {
            case "noon", "midday", "12 noon", "twelve noon", "12 midday" -> LocalTime.NOON;
            case "midnight", "12 midnight", "twelve midnight" -> LocalTime.MIDNIGHT;
            default -> null;
        };
    }

    /** "half three" is half past, as people say in Britain. */
    private TypedTime said(Matcher said) {
        String part = said.group("part");
        boolean to = "to".equals(said.group("way"));
        int minutes = minutes(part);
        if (minutes > 59 || part.equals("half") && to) {
            return unclear();
        }
        if (!to) {
            return at(said.group("hour"), minutes, said.group("half"));
        }
        TypedTime hour = at(said.group("hour"), 0, said.group("half"));
        return hour.time() == null ? hour : understood(hour.time().minusMinutes(minutes));
    }

    private static int minutes(String part) {
        return switch (part.replace('-', ' ')) {
            case "half" -> 30;
            case "quarter" -> 15;
            case "twenty" -> 20;
            case "twenty five", "twentyfive" -> 25;
            case String number -> number(number);
        };
    }

    private static int number(String text) {
        int word = NUMBERS.indexOf(text);
        return word >= 0 ? word : Integer.parseInt(text);
    }

    private TypedTime at(String hourTyped, int minute, @Nullable String half) {
        int hour = number(hourTyped);
        if (hour > 23 || minute > 59 || "am".equals(half) && hour > 12) {
            return unclear();
        }
        if (hour > 12 || hour == 0 || hourTyped.startsWith("0") && half == null) {
            return understood(LocalTime.of(hour, minute));
        }
        if (half != null) {
            return understood(LocalTime.of(hour % 12 + (half.equals("pm") ? 12 : 0), minute));
        }
        if (hour == 7 || hour == 8) {
            return TypedTime.unclear(typed, Unclear.MORNING_OR_EVENING, typed);
        }
        return understood(LocalTime.of(hour <= 6 ? hour + 12 : hour, minute));
    }

    private TypedTime understood(LocalTime time) {
        return new TypedTime(typed, time, null, "");
    }

    private TypedTime unclear() {
        return TypedTime.unclear(typed, Unclear.NO_TIME, "");
    }
}
