package hub.forum.moderation;

import hub.platform.refusals.Rejected;
import hub.platform.text.Slug;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator did about a person, who is told why and may appeal.
 *
 * @param reference what people can say on the telephone: "M-4F7K2"
 * @param reason what the person is told; of a note, what moderators alone read
 * @param until of a suspension, when it ends by itself; else null
 * @param acknowledgedAt of a warning, when the person said that they had read it
 * @param inForce a warning until it is acknowledged, a limit and a suspension until they end; a note never is
 * @param holds while a limit or a suspension is in force, what it holds: a person has one of each. Else null
 * @param lifted how it ended; null while it has not, or for what does not end
 * @param formKey of the form that it was sent with
 */
public record PersonAct(
        String id,
        String reference,
        String person,
        Kind kind,
        String reason,
        String by,
        Instant at,
        @Nullable Instant until,
        @Nullable Instant acknowledgedAt,
        boolean inForce,
        @Nullable String holds,
        @Nullable Lifted lifted,
        String formKey) {

    public static final int LONGEST_REASON = 500;

    /** From the smallest step to the largest. */
    public enum Kind implements Slug {
        /** For moderators alone. */
        NOTE,
        /** To be acknowledged before the next post. */
        WARNING,
        /** Posts must be approved before others see them. */
        LIMIT,
        /** Nothing that is not public can be read. */
        SUSPENSION;

        boolean lasts() {
            return this == LIMIT || this == SUSPENSION;
        }
    }

    /**
     * @param by null if it ended by itself, or an administrator let the person in again
     * @param reason empty if it ended by itself
     */
    public record Lifted(@Nullable String by, Instant at, String reason) {}

    static PersonAct of(
            String id,
            String person,
            Kind kind,
            String reason,
            String by,
            Instant at,
            @Nullable Instant until,
            String formKey) {
        return new PersonAct(
                id,
                "M-" + id.substring(0, 5).toUpperCase(Locale.ROOT),
                person,
                kind,
                reason,
                by,
                at,
                until,
                null,
                kind != Kind.NOTE,
                kind.lasts() ? kind.slug() + ":" + person : null,
                null,
                formKey);
    }

    /** The person has read the warning. Said twice it is said once. */
    PersonAct acknowledged(Instant when) {
        return kind != Kind.WARNING || acknowledgedAt != null
                ? this
                : new PersonAct(id, reference, person, kind, reason, by, at, until, when, false, null, lifted, formKey);
    }

    /** Whether somebody can lift it: what has been lifted or acknowledged cannot be taken back once more; a warning that was read still can. */
    public boolean canBeLifted() {
        return lifted == null && kind != Kind.NOTE && (inForce || kind == Kind.WARNING);
    }

    /** @throws Rejected {@code moderation.act.over} if it is over */
    PersonAct lifted(Lifted how) {
        if (!canBeLifted()) {
            throw new Rejected(ReportRefusal.ACT_OVER);
        }
        return new PersonAct(
                id, reference, person, kind, reason, by, at, until, acknowledgedAt, false, null, how, formKey);
    }
}
