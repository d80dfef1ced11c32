package hub.resources.library;

import hub.resources.audiences.Audience;
import hub.resources.readings.ToRead;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A guide in the library.
 *
 * @param slug its file's name, and the end of its address
 * @param topics slugs, at least one
 * @param standards numbers of TSD standards that it helps with; may be none
 * @param owner the team that answers for it, such as "Fostering support team"
 * @param changes what is different in this version, in a sentence for readers; empty if nothing is said
 * @param updated when it was last checked, on a day in Britain
 * @param reviewBy by when it is to be checked again
 * @param start its place among those to start with; null if it is none of them
 * @param html sanitised; empty in lists
 * @param minutes that it takes to read, from 1
 * @param mustRead whether those for whom it is are asked to say that they read it; never of what is public
 * @param askedAt since when they are asked to read this version; null if they are not, and of what was not stored yet
 * @param hub the id of the publication as which it is written in the hub; null for a file of {@code content/library}
 * @param ending how it came to its end; null while it is published
 */
public record Piece(
        String slug,
        String title,
        String summary,
        List<String> topics,
        Audience audience,
        List<Integer> standards,
        String owner,
        int version,
        String changes,
        LocalDate updated,
        LocalDate reviewBy,
        @Nullable Integer start,
        String html,
        int rendererVersion,
        int minutes,
        boolean mustRead,
        @Nullable Instant askedAt,
        @Nullable String hub,
        @Nullable Ending ending) {

    public Piece {
        topics = List.copyOf(topics);
        standards = List.copyOf(standards);
    }

    public String path() {
        return "/library/" + slug;
    }

    /** Whether those for whom it is are asked to read it. */
    boolean asks() {
        return mustRead && ending == null && audience != Audience.PUBLIC;
    }

    /** As people are asked to read it, if they are. */
    public Optional<ToRead> toRead() {
        return asks() && askedAt != null
                ? Optional.of(new ToRead("library", slug, version, title, path(), audience, askedAt))
                : Optional.empty();
    }

    /** As it is stored in the place of another: whoever was asked to read this version before is not asked anew. */
    Piece after(@Nullable Piece before, Instant now) {
        Instant askedBefore = before != null && before.asks() && before.version() == version ? before.askedAt() : null;
        Instant asked = askedBefore == null ? now : askedBefore;
        return new Piece(
                slug,
                title,
                summary,
                topics,
                audience,
                standards,
                owner,
                version,
                changes,
                updated,
                reviewBy,
                start,
                html,
                rendererVersion,
                minutes,
                mustRead,
                asks() ? asked : null,
                hub,
                ending);
    }

    /** Who answers for it, within a sentence: "the fostering support team". */
    public String ownerInSentence() {
        boolean anAbbreviation = owner.length() > 1 && Character.isUpperCase(owner.charAt(1));
        return anAbbreviation ? owner : Character.toLowerCase(owner.charAt(0)) + owner.substring(1);
    }

    /** Its time has come to be checked. It may still be used. */
    public boolean dueOn(LocalDate day) {
        return day.isAfter(reviewBy);
    }
}
