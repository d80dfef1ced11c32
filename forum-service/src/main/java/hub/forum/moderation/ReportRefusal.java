package hub.forum.moderation;

import hub.platform.refusals.Refusal;

/** Why an answer to a report is refused. */
public enum ReportRefusal implements Refusal {
    CLOSED_ALREADY("moderation.closedAlready", "outcome", false),
    TAKE_FIRST("moderation.takeFirst", "outcome", false),
    TAKEN_BY_ANOTHER("moderation.takenByAnother", "outcome", false);

    private final String messageKey;
    private final String field;
    private final boolean mendable;

    ReportRefusal(String messageKey, String field, boolean mendable) {
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
