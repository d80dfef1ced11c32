package hub.resources.training.record;

import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.platform.text.Slug;
import hub.platform.time.Times;
import hub.resources.training.courses.Course;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows from what a carer has learned.
 *
 * @param all the latest first
 * @param now on the day on which it is looked at
 */
public record CarerRecord(Account carer, List<Learning> all, Collection<Course> courses, Rules rules, Instant now) {
    public CarerRecord {
        all = List.copyOf(all);
    }

    /**
     * What the service asks of carers: settings, as councils differ.
     *
     * @param hoursAYear the target
     * @param tsdMonths until the standards are due after approval
     * @param tsdMonthsKinship the same for family and friends carers
     * @param expiringDays from when on something counts as running out
     */
    public record Rules(double hoursAYear, int tsdMonths, int tsdMonthsKinship, int expiringDays) {}

    /** How it stands with a course that must be done. */
    public enum Standing implements Slug {
        VALID,
        EXPIRING,
        EXPIRED,
        MISSING
    }

    /** @param until until when it is valid; null if it lasts, or was not done */
    public record Must(
            Course course, Standing standing, @Nullable Instant until) {}

    /** Hours that count towards a standard. */
    public record OnStandard(int standard, int occasions, double hours) {}

    /** The day by which the training standards are due: 12 months after approval, 18 for who is a family and friends carer alone; null before approval. */
    public @Nullable LocalDate standardsDue() {
        LocalDate approved = approved();
        boolean kinshipAlone =
                carer.roles().contains(Role.KINSHIP_CARER) && !carer.roles().contains(Role.CARER);
        return approved == null
                ? null
                : approved.plusMonths(kinshipAlone ? rules.tsdMonthsKinship() : rules.tsdMonths());
    }

    public @Nullable LocalDate approved() {
        return carer.approvedAt() == null ? null : day(carer.approvedAt());
    }

    /** The carer's own year, from one anniversary of the approval to the next, as annual reviews count it; the last 12 months if there is none. */
    public LocalDate yearBegan() {
        LocalDate today = day(now);
        LocalDate approved = approved();
        if (approved == null || approved.isAfter(today)) {
            return today.minusYears(1);
        }
        return approved.plusYears(ChronoUnit.YEARS.between(approved, today));
    }

    public double hoursThisYear() {
        LocalDate began = yearBegan();
        return all.stream()
                .filter(Learning::counts)
                .filter(one -> !day(one.on()).isBefore(began))
                .mapToDouble(Learning::hours)
                .sum();
    }

    /** Of those that must be done by this carer, what is missing or expired first. */
    public List<Must> musts() {
        return courses.stream()
                .filter(course ->
                        !course.retired() && course.outline().mandatory().isFor(carer.roles()))
                .map(this::must)
                .sorted(Comparator.comparing((Must must) -> must.standing().ordinal())
                        .reversed()
                        .thenComparing(must -> must.course().title()))
                .toList();
    }

    private Must must(Course course) {
        Learning latest = all.stream()
                .filter(one -> course.id().equals(one.course()) && one.certified())
                .max(Comparator.comparing(Learning::on))
                .orElse(null);
        if (latest == null) {
            return new Must(course, Standing.MISSING, null);
        }
        Instant until = latest.validUntil();
        if (until == null) {
            return new Must(course, Standing.VALID, null);
        }
        if (!now.isBefore(until)) {
            return new Must(course, Standing.EXPIRED, until);
        }
        boolean soon = !now.isBefore(until.minus(rules.expiringDays(), ChronoUnit.DAYS));
        return new Must(course, soon ? Standing.EXPIRING : Standing.VALID, until);
    }

    public OnStandard on(int standard) {
        List<Learning> evidence = all.stream()
                .filter(one -> one.counts() && one.standards().contains(standard))
                .toList();
        return new OnStandard(
                standard,
                evidence.size(),
                evidence.stream().mapToDouble(Learning::hours).sum());
    }

    private static LocalDate day(Instant at) {
        return at.atZone(Times.LONDON).toLocalDate();
    }
}
