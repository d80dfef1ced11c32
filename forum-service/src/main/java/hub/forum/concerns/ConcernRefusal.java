package hub.forum.concerns;

import hub.platform.refusals.Refusal;

/** Why something about a worry is refused. */
public enum ConcernRefusal implements Refusal {
    DONE_ALREADY("concerns.refused.done"),
    CHANGED_MEANWHILE("concerns.refused.meanwhile");

    private final String messageKey;

    ConcernRefusal(String messageKey) {
        this.messageKey = messageKey;
    }

    @Override
    public String messageKey() {
        return messageKey;
    }

    @Override
    public String field() {
        return "";
    }

    @Override
    public boolean canBeMended() {
        return false;
    }
}
