package hub.forum.feedback.rounds;

import hub.forum.feedback.FeedbackRefusal;
import hub.platform.refusals.Rejected;
import hub.platform.text.Slug;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Some questions to all carers, open for a while.
 *
 * @param anonymous if not, whoever answers stands beside the words they wrote, for those who run rounds
 * @param questions at most {@link #MOST_QUESTIONS}
 * @param opens null until it is planned
 * @param closes null until it is planned
 * @param invited how many were asked
 * @param revision one more with each change
 * @param lastKey the key of the form by which it was changed last
 */
public record Round(
        String id,
        String title,
        Scheme scheme,
        boolean anonymous,
        List<Question> questions,
        State state,
        @Nullable Instant opens,
        @Nullable Instant closes,
        int invited,
        long revision,
        String lastKey) {
    public static final int LONGEST_TITLE = 120;
    public static final int MOST_QUESTIONS = 6;

    public Round {
        questions = List.copyOf(questions);
    }

    /** From a draft to its end. */
    public enum State implements Slug {
        DRAFT,
        PLANNED,
        OPEN,
        CLOSED
    }

    public static Round draft(String id, String title, Scheme scheme, boolean anonymous, String key) {
        return new Round(id, title, scheme, anonymous, List.of(), State.DRAFT, null, null, 0, 0, key);
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public boolean isClosed() {
        return state == State.CLOSED;
    }

    public String path() {
        return "/feedback/rounds/" + id;
    }

    public Optional<Question> question(String wanted) {
        return questions.stream().filter(one -> one.id().equals(wanted)).findFirst();
    }

    /** The second tap finds what the first one did. @throws Rejected unless it is a draft with room for one more */
    public Round ask(Question.Kind kind, String text, List<String> options, @Nullable Aim aim, String key) {
        if (lastKey.equals(key)) {
            return this;
        }
        requireDraft();
        if (questions.size() >= MOST_QUESTIONS) {
            throw new Rejected(FeedbackRefusal.TOO_MANY_QUESTIONS);
        }
        Question fresh = new Question("q" + (revision + 1), kind, text, options, aim);
        return with(Stream.concat(questions.stream(), Stream.of(fresh)).toList(), state, opens, closes, invited, key);
    }

    /** Done already is done. @throws Rejected unless it is a draft */
    public Round leaveOut(String question) {
        requireDraft();
        List<Question> left =
                questions.stream().filter(one -> !one.id().equals(question)).toList();
        return left.size() == questions.size() ? this : with(left, state, opens, closes, invited, "");
    }

    /** @throws Rejected unless it is a draft with a question, and the moments are in their order and ahead */
    public Round plan(Instant from, Instant to, Instant today) {
        requireDraft();
        if (questions.isEmpty()) {
            throw new Rejected(FeedbackRefusal.NO_QUESTIONS);
        }
        if (from.isBefore(today)) {
            throw new Rejected(FeedbackRefusal.OPENS_IN_THE_PAST);
        }
        if (!to.isAfter(from)) {
            throw new Rejected(FeedbackRefusal.CLOSES_FIRST);
        }
        return with(questions, State.PLANNED, from, to, invited, "");
    }

    /** Opened already, or closed, it stays as it is. */
    public Round open(int asked) {
        return state == State.PLANNED ? with(questions, State.OPEN, opens, closes, asked, "") : this;
    }

    /** Closed already is closed. */
    public Round close() {
        return state == State.OPEN ? with(questions, State.CLOSED, opens, closes, invited, "") : this;
    }

    private void requireDraft() {
        if (state != State.DRAFT) {
            throw new Rejected(FeedbackRefusal.NOT_A_DRAFT);
        }
    }

    private Round with(
            List<Question> all, State next, @Nullable Instant from, @Nullable Instant to, int asked, String key) {
        return new Round(id, title, scheme, anonymous, all, next, from, to, asked, revision + 1, key);
    }
}
