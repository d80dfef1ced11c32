package hub.forum.moderation;

import hub.platform.refusals.Refusal;

/** Why an answer to a report, or something about an appeal, is refused. */
public enum ReportRefusal implements Refusal {
    CLOSED_ALREADY("moderation.closedAlready", "outcome", false),
    TAKE_FIRST("moderation.takeFirst", "outcome", false),
    TAKEN_BY_ANOTHER("moderation.takenByAnother", "outcome", false),
    /** Arguments: who, and when. */
    TAKEN_BY("moderation.takenBy", "outcome", false),
    NOT_HIDDEN("moderation.appeal.notHidden", "words", false),
    APPEALED("moderation.appeal.already", "words", false),
    ACT_OVER("moderation.act.over", "reason", false),
    NOTHING_TO_APPEAL("moderation.act.over", "words", false),
    ACT_HOLDS("moderation.act.holds", "kind", false),
    ACT_NOT_APPROVED("moderation.act.notApproved", "kind", true),
    REPLY_THERE("moderation.replies.there", "title", true),
    TOO_MANY_REPLIES("moderation.replies.tooMany", "title", true),
    NOT_IN_POST("moderation.redact.notThere", "words", true),
    REASON_HAS_THEM("moderation.redact.reasonHasThem", "reason", true),
    APPEAL_DECIDED("moderation.appeal.decidedAlready", "outcome", false);

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
