package hub.resources.policies.web;

import hub.platform.identity.PersonName;
import hub.platform.identity.Viewer;
import hub.platform.time.Times;
import hub.resources.policies.Clause;
import hub.resources.policies.Policy;
import hub.resources.policies.PolicyRights;
import hub.resources.policies.PolicyVersion;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What pages of policies show. */
@Component
class PolicyPages {
    private final Clock clock;

    PolicyPages(Clock clock) {
        this.clock = clock;
    }

    /**
     * When it was approved and is to be reviewed.
     *
     * @param overdue days since the review was due; 0 if it is not overdue
     */
    record Facts(int number, String owner, String approved, String reviewDue, long overdue) {}

    /** A policy in a list. */
    record Line(String href, String title, String summary, Facts facts) {}

    /** A version in the list of all. @param changes address of what is different from the one before; null for the first */
    record VersionLine(
            int number,
            String href,
            String approved,
            String changes,
            @Nullable String changesHref) {}

    record ListPage(List<Line> policies) {}

    /** A suggestion that is in a version. @param said in the words of whoever answered it */
    record Included(String said, String outcome) {}

    /**
     * A version of a policy.
     *
     * @param old whether there is a later one
     * @param versions the latest first
     * @param asks whether the viewer is asked to read it, and has not said so; {@code read} whether they have
     * @param fresh suggestions that nobody has acknowledged, for those who look after policies
     */
    record PolicyPage(
            Policy policy,
            PolicyVersion version,
            Facts facts,
            boolean old,
            List<VersionLine> versions,
            List<Included> included,
            boolean asks,
            boolean read,
            boolean maySuggest,
            boolean seesSuggestions,
            boolean looksAfter,
            long fresh,
            @Nullable String done) {
        public List<Clause> clauses() {
            return version.clauses();
        }
    }

    /** Who has read the current version. */
    record ReadersPage(Policy policy, int number, List<PersonName> has, List<PersonName> not) {}

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Times.LONDON);
    }

    Facts facts(PolicyVersion version) {
        return new Facts(
                version.number(),
                version.owner(),
                Times.inFull(version.approvedOn()),
                Times.inFull(version.reviewDue()),
                version.daysOverdue(today()));
    }

    Line line(Policy policy) {
        return new Line(policy.path(), policy.title(), policy.summary(), facts(policy.current()));
    }

    static List<VersionLine> versions(Policy policy) {
        List<PolicyVersion> all = policy.versions();
        return IntStream.range(0, all.size())
                .mapToObj(at -> {
                    PolicyVersion version = all.get(at);
                    return new VersionLine(
                            version.number(),
                            policy.path() + "/versions/" + version.number(),
                            Times.inFull(version.approvedOn()),
                            version.changes(),
                            at == 0
                                    ? null
                                    : policy.path() + "/changes?from="
                                            + all.get(at - 1).number() + "&to=" + version.number());
                })
                .toList()
                .reversed();
    }

    PolicyPage page(
            Policy policy,
            PolicyVersion version,
            List<Included> included,
            boolean hasRead,
            boolean asked,
            long fresh,
            @Nullable String done,
            Viewer viewer) {
        boolean old = version.number() != policy.current().number();
        return new PolicyPage(
                policy,
                version,
                facts(version),
                old,
                versions(policy),
                included,
                asked && !old && !hasRead,
                asked && !old && hasRead,
                !old && PolicyRights.maySuggest(viewer),
                PolicyRights.seesSuggestions(viewer),
                PolicyRights.looksAfter(viewer),
                fresh,
                done);
    }
}
