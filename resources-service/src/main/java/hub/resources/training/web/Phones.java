package hub.resources.training.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds phone numbers in a line of text, so that they can be tapped. */
final class Phones {
    private static final Pattern NUMBER = Pattern.compile("\\b0[0-9]{2,4} ?[0-9]{3,4} ?[0-9]{3,4}\\b");

    private Phones() {}

    static List<Part> in(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher number = NUMBER.matcher(text);
        int end = 0;
        while (number.find()) {
            parts.add(new Part(text.substring(end, number.start()), null));
            parts.add(new Part(number.group(), number.group().replace(" ", "")));
            end = number.end();
        }
        parts.add(new Part(text.substring(end), null));
        return parts.stream().filter(part -> !part.text().isEmpty()).toList();
    }

    /** @param tel digits to ring; null if this is not a number */
    record Part(String text, @Nullable String tel) {}
}
