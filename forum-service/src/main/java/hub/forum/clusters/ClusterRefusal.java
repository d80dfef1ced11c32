package hub.forum.clusters;

import hub.platform.refusals.Refusal;

/** Why something is refused to somebody without an account. */
public enum ClusterRefusal implements Refusal {
    /** To this address no more letters are sent about this meeting. */
    LETTERS("clusters.refused.letters", "email");

    private final String messageKey;
    private final String field;

    ClusterRefusal(String messageKey, String field) {
        this.messageKey = messageKey;
        this.field = field;
    }

    @Override
    public String messageKey() {
        return messageKey;
    }

    @Override
    public String field() {
        return field;
    }
}
