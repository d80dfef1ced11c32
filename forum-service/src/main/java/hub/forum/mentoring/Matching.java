package hub.forum.mentoring;

import hub.forum.groups.SchemeGroups;
import hub.forum.mentoring.mentors.Mentor;
import hub.forum.mentoring.mentors.Mentors;
import hub.forum.mentoring.mentors.Topic;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Viewer;
import hub.platform.text.Slug;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Which mentors there are for a mentee, with what speaks for each and against. Nothing is inferred: it is what both said, how many she has, and what came of it before. People
 * decide.
 */
@Service
public class Matching {
    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparing(Candidate::possible)
            .thenComparing(candidate -> -candidate.against().size())
            .thenComparing(candidate -> candidate.topics().size() + (candidate.speaks() ? 1 : 0))
            .thenComparing(candidate -> candidate.mentor().free())
            .reversed();

    private final Mentors mentors;
    private final Accounts accounts;
    private final SchemeGroups groups;

    Matching(Mentors mentors, Accounts accounts, SchemeGroups groups) {
        this.mentors = mentors;
        this.accounts = accounts;
        this.groups = groups;
    }

    /** What speaks against somebody. */
    public enum Against implements Slug {
        PAUSED,
        FULL,
        SAME_HOUSEHOLD,
        SAME_GROUP,
        SAID_NO,
        NO_ANSWER,
        NOT_RIGHT
    }

    /**
     * @param topics what she knows of that was asked for
     * @param speaks whether she speaks the language that was asked for
     */
    public record Candidate(Mentor mentor, List<Topic> topics, boolean speaks, List<Against> against) {
        /** Whether she can be proposed at all. */
        public boolean possible() {
            return !against.contains(Against.PAUSED) && !against.contains(Against.FULL);
        }
    }

    /** Those who could be proposed, the likeliest first; nothing for whoever does not match. */
    public Mono<List<Candidate>> of(Mentorship waiting, Viewer viewer) {
        Mono<Set<String>> home =
                accounts.ofHousehold(waiting.household()).map(Account::id).collect(Collectors.toSet());
        Mono<Set<String>> together = groups.inListedGroupsWith(waiting.mentee()).collect(Collectors.toSet());
        return Mono.zip(mentors.all(viewer).collectList(), home, together)
                .map(all -> all.getT1().stream()
                        .filter(mentor -> !mentor.id().equals(waiting.mentee()))
                        .map(mentor -> candidate(mentor, waiting, all.getT2(), all.getT3()))
                        .sorted(BEST_FIRST)
                        .toList());
    }

    static Candidate candidate(Mentor mentor, Mentorship waiting, Set<String> home, Set<String> together) {
        List<Against> against = new java.util.ArrayList<>();
        if (mentor.paused()) {
            against.add(Against.PAUSED);
        } else if (mentor.free() == 0) {
            against.add(Against.FULL);
        }
        if (home.contains(mentor.id())) {
            against.add(Against.SAME_HOUSEHOLD);
        }
        if (together.contains(mentor.id())) {
            against.add(Against.SAME_GROUP);
        }
        waiting.before().stream()
                .filter(one -> one.mentor().equals(mentor.id()))
                .map(one -> Against.valueOf(one.outcome().name()))
                .distinct()
                .forEach(against::add);
        List<Topic> shared = waiting.wish().topics().stream()
                .filter(mentor.profile().topics()::contains)
                .toList();
        return new Candidate(mentor, shared, mentor.speaks(waiting.wish().language()), against);
    }
}
