package hub.resources.training.record;

import hub.platform.refusals.Rejected;
import hub.platform.text.Slug;
import hub.resources.training.TrainingRefusal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody learned.
 *
 * @param id which cannot be guessed, so that it is the code of the certificate as well
 * @param name of the person as it was then
 * @param course null if it is none of ours
 * @param title of the course as it was then
 * @param occasion the session, or the form in which it was told: each once for each person
 * @param on when it was
 * @param hours that count
 * @param validUntil null if it lasts
 * @param kind where it comes from
 * @param confirmedBy who has seen the evidence; null until somebody has. What was learned here needs nobody
 */
public record Learning(
        String id,
        String account,
        String name,
        @Nullable String course,
        String title,
        String occasion,
        Instant on,
        double hours,
        List<Integer> standards,
        @Nullable Instant validUntil,
        Kind kind,
        @Nullable String confirmedBy) {
    public static final int LONGEST_TITLE = 120;

    public Learning {
        standards = List.copyOf(standards);
    }

    /** Where it comes from. */
    public enum Kind implements Slug {
        ATTENDED,
        /** They were there for a part: its hours count, but it is no course done. */
        PART,
        ELSEWHERE
    }

    /** Whether its hours and standards count. */
    public boolean counts() {
        return kind != Kind.ELSEWHERE || confirmedBy != null;
    }

    /** Whether there is a certificate of it. */
    public boolean certified() {
        return kind == Kind.ATTENDED;
    }

    /** @throws Rejected unless it waits for it */
    public Learning confirm(String by) {
        if (kind != Kind.ELSEWHERE || confirmedBy != null) {
            throw new Rejected(TrainingRefusal.CONFIRMED);
        }
        return new Learning(id, account, name, course, title, occasion, on, hours, standards, validUntil, kind, by);
    }

    /** The same occasion with what was put right; the certificate keeps its code. */
    Learning corrected(Learning now) {
        return new Learning(
                id,
                account,
                name,
                now.course,
                now.title,
                occasion,
                now.on,
                now.hours,
                now.standards,
                now.validUntil,
                now.kind,
                now.confirmedBy);
    }
}
