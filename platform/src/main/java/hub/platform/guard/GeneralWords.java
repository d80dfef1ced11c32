package hub.platform.guard;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The same text with words that could be about many children. Read by the writer before it is posted, so it may be clumsy, never wrong. */
final class GeneralWords {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17));

    private GeneralWords() {}

    static String of(String text, List<Finding> found) {
        StringBuilder general = new StringBuilder(text);
        for (int i = found.size() - 1; i >= 0; i--) {
            Finding finding = found.get(i);
            general.replace(finding.start(), finding.end(), instead(finding, finding.in(text)));
        }
        return general.toString();
    }

    private static String instead(Finding finding, String words) {
        return switch (finding.kind()) {
            case NAME -> "(name)";
            case AGE -> stage(words.toLowerCase(java.util.Locale.ROOT));
            case SCHOOL -> "(their school)";
            case CLUB -> "(a club)";
            case ADDRESS -> "(where they live)";
            case POSTCODE -> "(postcode)";
            case PHONE -> "(phone number)";
            case EMAIL -> "(email address)";
            case HANDLE -> "(user name)";
            case PLATE -> "(car)";
            case NHS -> "(NHS number)";
            case CASE -> "(court details)";
            case COMBINATION -> "(details that could point to one child)";
        };
    }

    /** An exact age as a stage, as in "a primary-age child"; a date says nothing. */
    private static String stage(String words) {
        if (words.contains("month") || words.contains("week") || words.contains("mo")) {
            return "(a baby or toddler)";
        }
        int years = years(words);
        if (years < 0) {
            return "(date)";
        }
        return years < 2
                ? "(a baby or toddler)"
                : years < 5 ? "(under 5)" : years < 11 ? "(primary age)" : "(secondary age)";
    }

    private static int years(String words) {
        for (String word : words.split("[^a-z]+")) {
            Integer number = NUMBERS.get(word);
            if (number != null) {
                return number;
            }
        }
        Matcher digits = NUMBER.matcher(words);
        boolean date =
                words.matches(".*\\d[/.-]\\d.*|.*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|20\\d\\d).*");
        return !date && digits.find() ? Integer.parseInt(digits.group()) : -1;
    }
}
