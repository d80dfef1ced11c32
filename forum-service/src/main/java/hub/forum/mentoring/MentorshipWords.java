package hub.forum.mentoring;

import hub.platform.refusals.Rejected;
import hub.platform.text.Slug;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is said in a mentorship, apart from its dates and states, so that whoever sees these has none of the words.
 *
 * @param id of the mentorship
 * @param mentee whose words they are
 * @param readers the accounts that may read it: the mentee, and her mentor as soon as one is proposed
 * @param hello what the mentee would like her mentor to know, to 600 characters; empty if nothing
 */
public record MentorshipWords(String id, String mentee, Set<String> readers, String hello, List<Goal> goals) {
    static final int MOST_GOALS = 10;

    public MentorshipWords {
        readers = Set.copyOf(readers);
        goals = List.copyOf(goals);
    }

    /** In the mentee's words, 3 to 200 characters. */
    public record Goal(String id, String text, Progress progress, Instant since) {}

    /** How far a goal is. */
    public enum Progress implements Slug {
        NOT_YET,
        ON_THE_WAY,
        THERE
    }

    MentorshipWords readBy(Set<String> accounts) {
        return new MentorshipWords(id, mentee, accounts, hello, goals);
    }

    MentorshipWords say(String text) {
        return new MentorshipWords(id, mentee, readers, text, goals);
    }

    /** Added with the same id again it is there once. @throws Rejected if there are {@link #MOST_GOALS} */
    MentorshipWords add(Goal goal) {
        if (goals.stream().anyMatch(one -> one.id().equals(goal.id()))) {
            return this;
        }
        if (goals.size() >= MOST_GOALS) {
            throw new Rejected(MentoringRefusal.GOALS_FULL);
        }
        List<Goal> all = new ArrayList<>(goals);
        all.add(goal);
        return new MentorshipWords(id, mentee, readers, hello, all);
    }

    MentorshipWords mark(String goal, Progress progress, Instant at) {
        return new MentorshipWords(
                id,
                mentee,
                readers,
                hello,
                goals.stream()
                        .map(one -> one.id().equals(goal) && one.progress() != progress
                                ? new Goal(one.id(), one.text(), progress, at)
                                : one)
                        .toList());
    }
}
