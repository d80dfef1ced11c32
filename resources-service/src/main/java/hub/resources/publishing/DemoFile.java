package hub.resources.publishing;

import hub.platform.content.Content.ContentMistake;
import hub.platform.content.Content.Page;
import hub.platform.text.Slug;
import hub.platform.time.Times;
import hub.resources.audiences.Audience;
import hub.resources.publishing.Publication.Change;
import hub.resources.publishing.Publication.Correction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A publication of the demo as its file has it, with its dates counted from the first start.
 *
 * @param slug the file's name: the step that puts it in can run twice
 * @param state scheduled, in-review or sent-back; empty for what is published
 * @param reviewer who sent it back; empty for nobody
 * @param sentBack what they said; empty for nothing
 */
record DemoFile(
        String slug,
        Kind kind,
        Manuscript manuscript,
        String author,
        Instant publishedAt,
        @Nullable Correction correction,
        String state,
        String reviewer,
        String sentBack) {

    /** How long a second person takes in the demo. */
    private static final Duration LOOKED = Duration.ofHours(3);

    /** Whether it is one that readers have had in front of them for a while, and of which nothing follows. */
    boolean isSettled() {
        return state.isEmpty() && kind.isNews();
    }

    /** @throws ContentMistake if something is missing or cannot be read */
    static DemoFile read(Page page, Kind kind, Instant now) {
        TrainingFacts training = kind == Kind.TRAINING_NOTICE ? training(page, now) : null;
        Audience audience = Slug.find(Audience.class, page.required("audience"))
                .orElseThrow(() -> new ContentMistake(page.file(), 1, "\"audience\" is none of ours"));
        boolean mustRead = Boolean.TRUE.equals(page.front().get("mustRead"));
        Manuscript manuscript = new Manuscript(
                audience,
                page.required("title"),
                page.required("summary"),
                page.body().strip(),
                mustRead,
                training,
                DemoParticulars.read(page, kind, now),
                new Timing(page.front().containsKey("appears") ? appointment(page, "appears", now) : null, null));
        Correction correction = page.front().containsKey("correction")
                ? new Correction(ago(page, "updatedDaysAgo", now), page.required("correction"))
                : null;
        return new DemoFile(
                page.slug(),
                kind,
                manuscript,
                page.required("by"),
                published(page, now),
                correction,
                page.optional("state", ""),
                page.optional("reviewer", ""),
                page.optional("sentBack", ""));
    }

    Publication publication(String id, String html, int rendererVersion) {
        Change first = new Change(author, publishedAt, "demo:" + kind.slug() + ":" + slug);
        Publication draft = Publication.draft(id, kind, manuscript, html, rendererVersion, first);
        if (state.equals("in-review")) {
            return draft.submit(author, publishedAt);
        }
        if (state.equals("sent-back")) {
            return draft.submit(author, publishedAt).sendBack(sentBack, reviewer, publishedAt.plus(LOOKED));
        }
        Publication published = draft.publish(publishedAt);
        if (correction == null) {
            return published;
        }
        Change corrected = new Change(author, correction.at(), first.key());
        return published.correct(manuscript, html, rendererVersion, corrected, correction.what());
    }

    private static TrainingFacts training(Page page, Instant now) {
        return new TrainingFacts(
                appointment(page, "starts", now),
                appointment(page, "ends", now),
                page.required("venue"),
                page.optional("stepFree", ""),
                page.optional("children", ""),
                page.optional("refreshments", ""),
                page.front().get("places") instanceof Integer places ? places : null,
                page.front().get("hours") instanceof Number hours ? hours.doubleValue() : null,
                page.front().get("standards") instanceof List<?> numbers
                        ? numbers.stream()
                                .filter(Integer.class::isInstance)
                                .map(Integer.class::cast)
                                .toList()
                        : List.of(),
                page.optional("whatToExpect", ""),
                page.required("book"));
    }

    /** So many days ago; what belongs to its month says the day. */
    private static Instant published(Page page, Instant now) {
        return page.front().get("published") instanceof Date day
                ? day.toInstant().plus(Duration.ofHours(9))
                : ago(page, "daysAgo", now);
    }

    private static Instant ago(Page page, String name, Instant now) {
        if (page.front().get(name) instanceof Number days) {
            return now.minus(Duration.ofSeconds(
                    Math.round(days.doubleValue() * Duration.ofDays(1).toSeconds())));
        }
        throw new ContentMistake(page.file(), 1, "\"" + name + "\" must be a number of days");
    }

    private static Instant appointment(Page page, String name, Instant now) {
        if (page.front().get(name) instanceof Map<?, ?> when && when.get("inDays") instanceof Integer days) {
            try {
                LocalDate date = now.atZone(Times.LONDON).toLocalDate().plusDays(days);
                return date.atTime(LocalTime.parse(String.valueOf(when.get("at"))))
                        .atZone(Times.LONDON)
                        .toInstant();
            } catch (DateTimeParseException e) {
                throw new ContentMistake(page.file(), 1, "\"" + name + "\": " + when.get("at") + " is no time");
            }
        }
        throw new ContentMistake(page.file(), 1, "\"" + name + "\" must say inDays and at");
    }
}
