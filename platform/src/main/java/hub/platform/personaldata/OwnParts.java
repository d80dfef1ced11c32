package hub.platform.personaldata;

import hub.platform.words.WordsKept;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What of a document is one person's: words by whose account stands as their writer, facts if the document is theirs. Never what somebody else wrote. */
final class OwnParts {
    /** As an owner's path: the id is the account, a colon and more. */
    static final String ID_BEGINS = "_id:";

    private static final String QUOTED = ">";

    private final WordsKept kept;
    private final String account;
    private final String leftOut;

    /** @param leftOut what stands in the place of quotes */
    OwnParts(WordsKept kept, String account, String leftOut) {
        this.kept = kept;
        this.account = account;
        this.leftOut = leftOut;
    }

    /** By their paths, facts first; texts, numbers, yes and no, moments in ISO 8601, lists and maps of these; empty if nothing is theirs. */
    Map<String, Object> in(Map<String, ?> document) {
        boolean owner = kept.owners().stream().anyMatch(path -> isAccount(document, path));
        Map<String, Object> own = new LinkedHashMap<>();
        if (owner) {
            kept.facts().forEach(path -> put(own, path, values(document, parts(path)), false));
        }
        for (WordsKept.Part part : kept.parts()) {
            if (part.writer().isEmpty() && owner) {
                part.paths().forEach(path -> put(own, path, values(document, parts(path)), true));
            } else if (!part.writer().isEmpty()) {
                part.paths()
                        .forEach(path -> put(own, path, written(document, parts(part.writer()), parts(path)), true));
            }
        }
        return own;
    }

    private boolean isAccount(Map<String, ?> document, String path) {
        return path.equals(ID_BEGINS)
                ? String.valueOf(document.get("_id")).startsWith(account + ":")
                : holds(values(document, parts(path)));
    }

    /** Somebody's account, or a list in which they are. */
    private boolean holds(List<?> values) {
        return values.stream()
                .anyMatch(value ->
                        value instanceof Collection<?> several ? several.contains(account) : account.equals(value));
    }

    private void put(Map<String, Object> own, String path, List<Object> found, boolean words) {
        List<Object> plain = found.stream()
                .map(value -> plain(value, words))
                .filter(Objects::nonNull)
                .filter(value -> !"".equals(value))
                .map(Object.class::cast)
                .toList();
        if (!plain.isEmpty()) {
            own.put(path, plain.size() == 1 ? plain.getFirst() : plain);
        }
    }

    /** The values of a path where the writer of the same element is the person. */
    private List<Object> written(@Nullable Object node, List<String> writer, List<String> path) {
        if (node instanceof Collection<?> elements) {
            return elements.stream()
                    .flatMap(element -> written(element, writer, path).stream())
                    .toList();
        }
        if (!(node instanceof Map<?, ?> map)) {
            return List.of();
        }
        if (writer.size() > 1 && path.size() > 1 && writer.getFirst().equals(path.getFirst())) {
            return written(map.get(path.getFirst()), rest(writer), rest(path));
        }
        return holds(values(map, writer)) ? values(map, path) : List.of();
    }

    private static List<Object> values(@Nullable Object node, List<String> path) {
        if (node == null) {
            return List.of();
        }
        if (path.isEmpty()) {
            return List.of(node);
        }
        if (node instanceof Collection<?> elements) {
            List<Object> all = new ArrayList<>();
            elements.forEach(element -> all.addAll(values(element, path)));
            return all;
        }
        return node instanceof Map<?, ?> map ? values(map.get(path.getFirst()), rest(path)) : List.of();
    }

    private @Nullable Object plain(@Nullable Object value, boolean words) {
        return switch (value) {
            case null -> null;
            case Date moment -> moment.toInstant().toString();
            case String text -> words ? withoutQuotes(text) : text;
            case Number number -> number;
            case Boolean yes -> yes;
            case Collection<?> several ->
                several.stream().map(each -> plain(each, words)).toList();
            case Map<?, ?> map -> {
                Map<String, Object> all = new LinkedHashMap<>();
                map.forEach((key, each) -> {
                    Object said = plain(each, words);
                    if (said != null && !"_class".equals(key)) {
                        all.put(String.valueOf(key), said);
                    }
                });
                yield all;
            }
            default -> value.toString();
        };
    }

    /** What somebody quotes was written by somebody else. */
    private String withoutQuotes(String text) {
        if (!text.contains(QUOTED)) {
            return text;
        }
        List<String> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (!line.stripLeading().startsWith(QUOTED)) {
                lines.add(line);
            } else if (lines.isEmpty() || !lines.getLast().equals(leftOut)) {
                lines.add(leftOut);
            }
        }
        return String.join("\n", lines);
    }

    private static List<String> parts(String path) {
        return List.of(path.split("\\."));
    }

    private static List<String> rest(List<String> path) {
        return path.subList(1, path.size());
    }
}
