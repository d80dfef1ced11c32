package hub.forum.guidance;

import hub.platform.refusals.Refusal;

/** Why something about a request for guidance is refused. */
public enum GuidanceRefusal implements Refusal {
    OVER("guidance.refused.over", "", false),
    CHANGED_MEANWHILE("guidance.refused.meanwhile", "", false),
    IN_THE_PAST("guidance.book.past", "date", true),
    NO_ADVISERS("guidance.refused.noAdvisers", "", false);

    private final String messageKey;
    private final String field;
    private final boolean mendable;

    GuidanceRefusal(String messageKey, String field, boolean mendable) {
        this.messageKey = messageKey;
        this.field = field;
        this.mendable = mendable;
    }

    @Override
    public String messageKey() {
        return messageKey;
    }

    @Override
    public String field() {
        return field;
    }

    @Override
    public boolean canBeMended() {
        return mendable;
    }
}
