package hub.resources.policies;

import hub.platform.refusals.Rejected;
import hub.platform.text.InputText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A policy with all its versions.
 *
 * @param id as in its address
 * @param versions the first one first; at least one, at most {@link #MOST_VERSIONS}
 * @param next the version that is being written; null if none is
 * @param revision one more with each change: a form says which one it was shown with
 * @param lastKey the key of the form by which it was changed last
 */
public record Policy(
        String id,
        String title,
        String summary,
        List<PolicyVersion> versions,
        @Nullable NextVersion next,
        long revision,
        String lastKey) {
    public static final int MOST_VERSIONS = 50;
    public static final int MOST_CLAUSES = 60;

    /** What stands in addresses where an anchor could. */
    private static final String RESERVED = "new";

    public Policy {
        versions = List.copyOf(versions);
    }

    public static Policy first(String id, String title, String summary, PolicyVersion version) {
        return new Policy(id, title, summary, List.of(version), null, 0, "");
    }

    /** With a version that came before its only one, and what suggestions are in that: for content that is brought in. */
    Policy preceded(PolicyVersion older, List<String> suggestions) {
        return new Policy(id, title, summary, List.of(older, current().with(suggestions)), next, revision + 1, lastKey);
    }

    public PolicyVersion current() {
        return versions.getLast();
    }

    public Optional<PolicyVersion> version(int number) {
        return versions.stream().filter(one -> one.number() == number).findFirst();
    }

    public String path() {
        return "/policies/" + id;
    }

    /** Whether this is what came of that form already. */
    public boolean cameWith(String key) {
        return lastKey.equals(key);
    }

    /** @throws Rejected if another revision was seen */
    public Policy requireRevision(long seen) {
        if (seen != revision) {
            throw new Rejected(PolicyRefusal.CHANGED_MEANWHILE);
        }
        return this;
    }

    /** From now on a next version is written, with the clauses as they stand. Done already is done. */
    public Policy startNext() {
        if (next != null) {
            return this;
        }
        if (versions.size() >= MOST_VERSIONS) {
            throw new Rejected(PolicyRefusal.TOO_MANY_VERSIONS);
        }
        return with(new NextVersion(current().clauses()), "");
    }

    /** What was written of the next version is thrown away. */
    public Policy dropNext() {
        return next == null ? this : with(null, "");
    }

    /** @throws Rejected if no next version is being written */
    private NextVersion writing() {
        if (next == null) {
            throw new Rejected(PolicyRefusal.NOT_BEING_WRITTEN);
        }
        return next;
    }

    /** @throws Rejected if there is no such clause in the next version */
    public Policy reword(String anchor, String newTitle, String text, String html, String key) {
        Clause before = writing().clause(anchor).orElseThrow(() -> new Rejected(PolicyRefusal.CHANGED_MEANWHILE));
        return with(
                new NextVersion(writing().clauses().stream()
                        .map(clause -> clause.equals(before) ? clause.reworded(newTitle, text, html) : clause)
                        .toList()),
                key);
    }

    /** @param after the anchor of the clause before it; empty for the beginning, unknown for the end */
    public Policy add(String newTitle, String text, String html, String after, String key) {
        List<Clause> clauses = new ArrayList<>(writing().clauses());
        if (clauses.size() >= MOST_CLAUSES) {
            throw new Rejected(PolicyRefusal.TOO_MANY_CLAUSES);
        }
        Clause fresh = new Clause(freshAnchor(newTitle), newTitle, text, html);
        clauses.add(after.isEmpty() ? 0 : placeAfter(clauses, after), fresh);
        return with(new NextVersion(clauses), key);
    }

    private static int placeAfter(List<Clause> clauses, String anchor) {
        for (int i = 0; i < clauses.size(); i++) {
            if (clauses.get(i).anchor().equals(anchor)) {
                return i + 1;
            }
        }
        return clauses.size();
    }

    /** Never one that was given before, also to a clause that is gone. */
    private String freshAnchor(String newTitle) {
        String slug = InputText.slug(newTitle);
        String anchor = slug;
        for (int number = 2; isTaken(anchor); number++) {
            anchor = slug + "-" + number;
        }
        return anchor;
    }

    private boolean isTaken(String anchor) {
        return anchor.equals(RESERVED)
                || writing().clause(anchor).isPresent()
                || versions.stream().anyMatch(version -> version.clause(anchor).isPresent());
    }

    /** Done already is done. @throws Rejected if it is the only one */
    public Policy remove(String anchor) {
        List<Clause> left = writing().clauses().stream()
                .filter(clause -> !clause.anchor().equals(anchor))
                .toList();
        if (left.isEmpty()) {
            throw new Rejected(PolicyRefusal.LAST_CLAUSE);
        }
        return left.size() == writing().clauses().size() ? this : with(new NextVersion(left), "");
    }

    /** When and by whom a version is approved. */
    public record Approval(String owner, LocalDate approvedOn, LocalDate reviewDue, String changes, boolean toRead) {}

    /**
     * The next version becomes the current one.
     *
     * @throws Rejected if none is being written, or it would be reviewed before it is approved
     */
    public Policy publish(Approval approval, List<String> suggestions, Instant at, String key) {
        NextVersion written = writing();
        if (!approval.reviewDue().isAfter(approval.approvedOn())) {
            throw new Rejected(PolicyRefusal.REVIEW_BEFORE_APPROVAL);
        }
        PolicyVersion fresh = new PolicyVersion(
                current().number() + 1,
                approval.owner(),
                approval.approvedOn(),
                approval.reviewDue(),
                approval.changes(),
                approval.toRead(),
                written.clauses(),
                suggestions,
                at);
        return new Policy(
                id,
                title,
                summary,
                Stream.concat(versions.stream(), Stream.of(fresh)).toList(),
                null,
                revision + 1,
                key);
    }

    private Policy with(@Nullable NextVersion other, String key) {
        return new Policy(id, title, summary, versions, other, revision + 1, key);
    }

    /** The next version, of a policy that has one. */
    public NextVersion written() {
        return Objects.requireNonNull(next);
    }
}
