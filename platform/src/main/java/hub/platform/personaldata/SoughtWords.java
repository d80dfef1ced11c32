package hub.platform.personaldata;

import hub.platform.text.InputText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * Words that are looked for in texts and taken out of them: in capitals or not, whatever stands between them (spaces, the end of a line, stars of Markdown, hyphens of an address), never
 * within a longer word.
 */
final class SoughtWords {
    private static final String BETWEEN = "[\\s*_~`\\-]+";
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");

    private final Pattern pattern;
    private final String instead;

    /** @param instead what stands in their place */
    SoughtWords(String words, String instead) {
        String spelled = isNumber(words)
                ? eachOf(words.replaceAll("\\D+", ""), "[\\s*_~`\\-]*")
                : List.of(words.strip().split("\\s+")).stream()
                        .map(word -> eachOf(word, ""))
                        .collect(Collectors.joining(BETWEEN));
        this.pattern = Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + spelled + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        this.instead = instead;
    }

    /** A telephone number is found however its digits are grouped: in the address behind it there are no groups. */
    private static boolean isNumber(String words) {
        return words.matches("[+(]?\\d[\\d\\s()\\-]{4,}");
    }

    /** Each sign as it was typed, and as HTML has it. */
    private static String eachOf(String word, String between) {
        return word.codePoints()
                .mapToObj(sign -> "(?:" + Pattern.quote(Character.toString(sign)) + "|"
                        + Pattern.quote(HtmlUtils.htmlEscape(Character.toString(sign))) + "|&#" + sign + ";)")
                .collect(Collectors.joining(between));
    }

    boolean in(String text) {
        return pattern.matcher(text).find()
                || pattern.matcher(TAG.matcher(text).replaceAll("")).find();
    }

    /** A text without them; what has them in parts between the tags of HTML loses its tags. */
    String outOf(String text) {
        String out = pattern.matcher(text).replaceAll(Matcher.quoteReplacement(standIn(text)));
        String untagged = TAG.matcher(out).replaceAll("");
        return pattern.matcher(untagged).find()
                ? pattern.matcher(untagged).replaceAll(Matcher.quoteReplacement(instead))
                : out;
    }

    /** In the part of an address that says what it is about there is nothing but letters and hyphens. */
    private String standIn(String text) {
        return text.matches("[a-z0-9-]+") ? InputText.slug(instead) : instead;
    }

    /**
     * @param paths which of the document are looked at; a list on the way stands for each of what is in it
     * @return the fields at the top of the document that are different without the words, as they are then; empty if they stand nowhere
     */
    Map<String, Object> changes(Map<String, ?> document, List<String> paths) {
        Map<String, Object> changes = new LinkedHashMap<>();
        for (String path : paths) {
            List<String> parts = List.of(path.split("\\."));
            String top = parts.getFirst();
            Object before = changes.containsKey(top) ? changes.get(top) : document.get(top);
            Object after = without(before, parts.subList(1, parts.size()));
            if (before != null && after != null && !after.equals(before)) {
                changes.put(top, after);
            }
        }
        return changes;
    }

    private @Nullable Object without(@Nullable Object node, List<String> path) {
        return switch (node) {
            case String text -> path.isEmpty() && in(text) ? outOf(text) : text;
            case Collection<?> several -> {
                List<Object> all = new ArrayList<>();
                several.forEach(each -> all.add(without(each, path)));
                yield all;
            }
            case Map<?, ?> map -> {
                Map<String, Object> all = new LinkedHashMap<>();
                map.forEach((name, value) -> all.put(
                        String.valueOf(name),
                        path.isEmpty()
                                ? without(value, path)
                                : name.equals(path.getFirst()) ? without(value, path.subList(1, path.size())) : value));
                yield all;
            }
            case null -> null;
            default -> node;
        };
    }
}
