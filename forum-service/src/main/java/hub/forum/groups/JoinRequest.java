package hub.forum.groups;

import hub.platform.refusals.Rejected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks to join a closed group. One that is open at a time, for each person and group.
 *
 * @param formKey of the form it came with; null before there were any
 * @param words what the asker says to the facilitator, to 500 characters; may be empty
 * @param reason why it was declined, 3 to 500 characters; the asker sees it
 */
public record JoinRequest(
        String id,
        String group,
        String account,
        @Nullable String formKey,
        String words,
        State state,
        Instant at,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason) {

    /** What became of it. */
    public enum State {
        OPEN,
        ACCEPTED,
        DECLINED,
        WITHDRAWN
    }

    public static JoinRequest ask(String id, String group, String account, String formKey, String words, Instant at) {
        return new JoinRequest(id, group, account, formKey, words, State.OPEN, at, null, null, null);
    }

    /** @throws Rejected if it was decided or withdrawn before */
    public JoinRequest accept(String by, Instant when) {
        return to(State.ACCEPTED, by, when, null);
    }

    /** @throws Rejected if it was decided or withdrawn before */
    public JoinRequest decline(String by, Instant when, String why) {
        return to(State.DECLINED, by, when, why);
    }

    /** @throws Rejected if it was decided or withdrawn before */
    public JoinRequest withdraw(Instant when) {
        return to(State.WITHDRAWN, account, when, null);
    }

    /** Whether it came with that form. */
    boolean cameWith(String key) {
        return key.equals(formKey);
    }

    public boolean open() {
        return state == State.OPEN;
    }

    private JoinRequest to(State next, String by, Instant when, @Nullable String why) {
        return switch (state) {
            case OPEN -> new JoinRequest(id, group, account, formKey, words, next, at, by, when, why);
            case ACCEPTED, DECLINED, WITHDRAWN -> throw new Rejected(GroupRefusal.REQUEST_OVER);
        };
    }
}
