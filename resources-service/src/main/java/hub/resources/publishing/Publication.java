package hub.resources.publishing;

import hub.platform.identity.Viewer;
import hub.platform.refusals.Rejected;
import hub.platform.text.InputText;
import hub.resources.audiences.Audience;
import hub.resources.readings.ToRead;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A news item, a piece of best practice or a training notice. Its transitions refuse what does not fit its state.
 *
 * @param training for a training notice; null for the others
 * @param author the account of the editor who began it
 * @param formKey the key of the form that it was first sent with: one publication for each author and key
 * @param version 0 at first, raised by each change; whoever changes it says which one they saw
 * @param publishedAt when it was first published; a correction does not change it
 * @param correction the latest one
 * @param askedAt since when people are asked to say that they read it; null if they are not, and for those published before this was kept
 */
public record Publication(
        String id,
        Kind kind,
        State state,
        Audience audience,
        Words words,
        boolean mustRead,
        @Nullable TrainingFacts training,
        String author,
        String formKey,
        Instant createdAt,
        Change changed,
        long version,
        @Nullable Instant publishedAt,
        @Nullable Correction correction,
        @Nullable Instant askedAt) {

    /** Ends of addresses that are acts upon a publication, so that no title may turn into one. */
    private static final Set<String> ACTS = Set.of("edit", "archive", "read", "readers");

    /**
     * @param text Markdown as typed
     * @param html sanitised
     */
    public record Words(String title, String summary, String text, String html, int rendererVersion) {}

    /** @param key the form key it was sent with, so that the second tap finds its own first */
    public record Change(String by, Instant at, String key) {}

    /** @param what what changed, in a sentence for readers */
    public record Correction(Instant at, String what) {}

    public static Publication draft(
            String id, Kind kind, Manuscript manuscript, String html, int rendererVersion, Change first) {
        return new Publication(
                id,
                kind,
                State.DRAFT,
                manuscript.audience(),
                words(manuscript, html, rendererVersion),
                manuscript.mustRead(),
                manuscript.training(),
                first.by(),
                first.key(),
                first.at(),
                first,
                0,
                null,
                null,
                null);
    }

    /** @throws Rejected {@code publishing.notADraft} unless it is one */
    public Publication revise(Manuscript manuscript, String html, int rendererVersion, Change change) {
        return switch (state) {
            case DRAFT -> rewritten(manuscript, html, rendererVersion, change, correction);
            case PUBLISHED, ARCHIVED -> throw new Rejected(PublicationRefusal.NOT_A_DRAFT);
        };
    }

    /** @throws Rejected {@code publishing.notADraft} unless it is one; {@code publishing.incomplete} while something is missing */
    public Publication publish(Instant at) {
        return switch (state) {
            case DRAFT -> {
                if (!manuscript().complete()) {
                    throw new Rejected(PublicationRefusal.INCOMPLETE);
                }
                yield in(State.PUBLISHED, changed, version, at);
            }
            case PUBLISHED, ARCHIVED -> throw new Rejected(PublicationRefusal.NOT_A_DRAFT);
        };
    }

    /**
     * Changes what readers have in front of them, and says so.
     *
     * @throws Rejected {@code publishing.notPublished} unless it is; {@code publishing.incomplete} if something is missing then
     */
    public Publication correct(Manuscript manuscript, String html, int rendererVersion, Change change, String what) {
        return switch (state) {
            case PUBLISHED -> {
                if (!manuscript.complete()) {
                    throw new Rejected(PublicationRefusal.INCOMPLETE);
                }
                yield rewritten(manuscript, html, rendererVersion, change, new Correction(change.at(), what));
            }
            case DRAFT, ARCHIVED -> throw new Rejected(PublicationRefusal.NOT_PUBLISHED);
        };
    }

    /** @throws Rejected {@code publishing.archivedAlready} if it is */
    public Publication archive(Change change) {
        return switch (state) {
            case DRAFT, PUBLISHED -> in(State.ARCHIVED, change, version + 1, publishedAt);
            case ARCHIVED -> throw new Rejected(PublicationRefusal.ARCHIVED_ALREADY);
        };
    }

    /** Whether people are asked to say that they read it. Nobody is asked of what is public. */
    public boolean asks() {
        return state == State.PUBLISHED && mustRead && audience != Audience.PUBLIC;
    }

    /** Whether this viewer is asked. */
    public boolean asks(Viewer viewer) {
        return asks() && toRead().asks(viewer);
    }

    /** As people are asked to read it; a correction asks nobody again. */
    public ToRead toRead() {
        return new ToRead("publishing", id, 1, words.title(), path(), audience, askedAt == null ? shownAt() : askedAt);
    }

    /** Whether this is what came of sending this form: the same person, key and words. */
    boolean cameOf(Manuscript sent, String by, String key) {
        return changed.by().equals(by)
                && changed.key().equals(key)
                && manuscript().equals(sent);
    }

    public Manuscript manuscript() {
        return new Manuscript(audience, words.title(), words.summary(), words.text(), mustRead, training);
    }

    public String title() {
        return words.title();
    }

    public String slug() {
        String slug = InputText.slug(words.title());
        return ACTS.contains(slug) ? slug + "-it" : slug;
    }

    public String path() {
        return kind.section() + "/" + id + "/" + slug();
    }

    public @Nullable Instant updatedAt() {
        return correction == null ? null : correction.at();
    }

    /** When it was published; for one that never was, when it was last changed. */
    public Instant shownAt() {
        return publishedAt == null ? changed.at() : publishedAt;
    }

    private Publication rewritten(
            Manuscript manuscript, String html, int rendererVersion, Change change, @Nullable Correction corrected) {
        return new Publication(
                id,
                kind,
                state,
                manuscript.audience(),
                words(manuscript, html, rendererVersion),
                manuscript.mustRead(),
                manuscript.training(),
                author,
                formKey,
                createdAt,
                change,
                version + 1,
                publishedAt,
                corrected,
                askedAt(manuscript, change.at()));
    }

    private @Nullable Instant askedAt(Manuscript manuscript, Instant now) {
        if (!manuscript.mustRead() || state != State.PUBLISHED) {
            return null;
        }
        return askedAt == null ? now : askedAt;
    }

    private Publication in(State next, Change change, long nextVersion, @Nullable Instant published) {
        return new Publication(
                id,
                kind,
                next,
                audience,
                words,
                mustRead,
                training,
                author,
                formKey,
                createdAt,
                change,
                nextVersion,
                published,
                correction,
                next == State.PUBLISHED && mustRead ? published : null);
    }

    private static Words words(Manuscript manuscript, String html, int rendererVersion) {
        return new Words(manuscript.title(), manuscript.summary(), manuscript.text(), html, rendererVersion);
    }

    /** @throws NullPointerException unless this is a training notice */
    public TrainingFacts facts() {
        return Objects.requireNonNull(training, "a training notice has facts");
    }
}
