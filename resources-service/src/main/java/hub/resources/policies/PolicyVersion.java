package hub.resources.policies;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A policy as it was approved.
 *
 * @param number from 1
 * @param owner who answers for it, by office
 * @param reviewDue the day by which it is to be reviewed
 * @param changes what is different from the version before, in a sentence or two; empty in the first
 * @param toRead whether carers are asked to say that they have read it
 * @param suggestions ids of those that are in it
 */
public record PolicyVersion(
        int number,
        String owner,
        LocalDate approvedOn,
        LocalDate reviewDue,
        String changes,
        boolean toRead,
        List<Clause> clauses,
        List<String> suggestions,
        Instant publishedAt) {

    public PolicyVersion {
        clauses = List.copyOf(clauses);
        suggestions = List.copyOf(suggestions);
    }

    PolicyVersion with(List<String> included) {
        return new PolicyVersion(number, owner, approvedOn, reviewDue, changes, toRead, clauses, included, publishedAt);
    }

    public Optional<Clause> clause(String anchor) {
        return clauses.stream().filter(clause -> clause.anchor().equals(anchor)).findFirst();
    }

    /** How many days ago the review was due; 0 if it is not overdue. */
    public long daysOverdue(LocalDate today) {
        return Math.max(0, ChronoUnit.DAYS.between(reviewDue, today));
    }
}
