package hub.forum.feedback;

import hub.platform.refusals.Refusal;

/** Why something about feedback is refused. */
public enum FeedbackRefusal implements Refusal {
    CHANGED_MEANWHILE("feedback.refused.changedMeanwhile", "", false),
    NOT_A_DRAFT("feedback.refused.notADraft", "", false),
    NO_QUESTIONS("feedback.refused.noQuestions", "", false),
    TOO_MANY_QUESTIONS("feedback.refused.tooManyQuestions", "", false),
    CLOSES_FIRST("feedback.refused.closesFirst", "closes", true),
    OPENS_IN_THE_PAST("feedback.refused.opensInThePast", "opens", true),
    NOT_OPEN("feedback.refused.notOpen", "", false),
    ANSWERED("feedback.refused.answered", "", false);

    private final String messageKey;
    private final String field;
    private final boolean mendable;

    FeedbackRefusal(String messageKey, String field, boolean mendable) {
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
