package hub.resources.library;

import hub.platform.content.Content.ContentMistake;
import hub.platform.content.Content.Page;
import hub.platform.text.Slug;
import hub.resources.audiences.Audience;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A file of {@code content/library}, read strictly: a slip in its front matter names file and line.
 *
 * @param lines the whole file, to say in which line a slip is
 */
record PieceFile(Page page, List<String> lines) {
    /** What a reader with average practice takes in a minute. */
    private static final int WORDS_A_MINUTE = 200;

    /** Addresses in the library that are no guide's. */
    static final Set<String> TAKEN = Set.of("for", "lists", "search", "staff", "standards", "topics");

    private static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";

    /** @throws ContentMistake if something is missing or cannot be read */
    Piece read(String html, int rendererVersion) {
        return new Piece(
                slug(),
                text("title"),
                text("summary"),
                topics(),
                audience(),
                numbers("standards"),
                text("owner"),
                whole("version", page.front().get("version")),
                page.front().containsKey("changes") ? text("changes") : "",
                date("updated"),
                date("reviewBy"),
                page.front().containsKey("start")
                        ? Integer.valueOf(whole("start", page.front().get("start")))
                        : null,
                html,
                rendererVersion,
                minutes(),
                mustRead(),
                null,
                null,
                ending());
    }

    private String slug() {
        if (!page.slug().matches(SLUG)) {
            throw new ContentMistake(page.file(), 1, "the file's name must be small letters, digits and hyphens");
        }
        if (TAKEN.contains(page.slug())) {
            throw new ContentMistake(page.file(), 1, "the file's name is that of another page of the library");
        }
        return page.slug();
    }

    private boolean mustRead() {
        Object value = page.front().getOrDefault("mustRead", false);
        if (!(value instanceof Boolean asked)) {
            throw mistake("mustRead", "must be true or false");
        }
        if (asked && audience() == Audience.PUBLIC) {
            throw mistake("mustRead", "cannot be asked of what is public");
        }
        return asked;
    }

    private @Nullable Ending ending() {
        String instead = page.front().containsKey("replacedBy") ? text("replacedBy") : null;
        if (instead != null && (!instead.matches(SLUG) || instead.equals(page.slug()))) {
            throw mistake("replacedBy", "must be the name of another guide's file, without .md");
        }
        if (page.front().containsKey("withdrawn")) {
            return Ending.withdrawn(text("withdrawn"), instead);
        }
        return instead == null ? null : Ending.superseded(instead);
    }

    private String text(String name) {
        if (page.front().get(name) instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw mistake(name, page.front().containsKey(name) ? "must be a text" : "is missing");
    }

    private List<String> topics() {
        List<String> topics = list("topics", String.class, topic -> topic.matches(SLUG));
        if (topics.isEmpty()) {
            throw mistake("topics", "must name at least one topic");
        }
        return topics;
    }

    private Audience audience() {
        return Slug.find(Audience.class, text("audience"))
                .orElseThrow(() -> mistake("audience", "must be public, carers, kinship or staff"));
    }

    private List<Integer> numbers(String name) {
        return list(name, Integer.class, number -> number > 0);
    }

    private <T> List<T> list(String name, Class<T> type, Predicate<T> fits) {
        Object value = page.front().get(name);
        if (value instanceof List<?> list
                && list.stream().allMatch(entry -> type.isInstance(entry) && fits.test(type.cast(entry)))) {
            return list.stream().map(type::cast).distinct().toList();
        }
        throw mistake(name, "must be a list such as " + (type == Integer.class ? "[2, 4]" : "[kinship, school]"));
    }

    private int whole(String name, @Nullable Object value) {
        if (value instanceof Integer number && number > 0) {
            return number;
        }
        throw mistake(name, value == null ? "is missing" : "must be a whole number from 1");
    }

    /** YAML makes a date of 2026-09-14, at midnight in UTC, and leaves a text if it is in quotes. */
    private LocalDate date(String name) {
        Object value = page.front().get(name);
        if (value instanceof Date date) {
            return date.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
        }
        try {
            return LocalDate.parse(String.valueOf(value));
        } catch (DateTimeParseException e) {
            throw mistake(name, value == null ? "is missing" : "must be a date such as 2026-09-14");
        }
    }

    private int minutes() {
        return minutes(page.body());
    }

    /** That a text takes to read, from 1. */
    static int minutes(String text) {
        int words = text.strip().split("\\s+").length;
        return Math.max(1, Math.round((float) words / WORDS_A_MINUTE));
    }

    private ContentMistake mistake(String name, String what) {
        int line = 1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(name + ":")) {
                line = i + 1;
                break;
            }
        }
        return new ContentMistake(page.file(), line, "\"" + name + "\" " + what);
    }
}
