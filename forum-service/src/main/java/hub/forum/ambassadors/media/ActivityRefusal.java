package hub.forum.ambassadors.media;

import hub.platform.refusals.Refusal;

/** Why something about an activity with the press is refused. */
public enum ActivityRefusal implements Refusal {
    NOT_NOW("ambassadors.media.refused.notNow", "", false),
    TOO_EARLY("ambassadors.media.refused.early", "", false),
    IN_THE_PAST("ambassadors.media.day.past", "day", true),
    NOT_ASKED("ambassadors.media.ambassador.notAsked", "ambassador", true),
    /** She does not wish to be asked by the press office any more. */
    CONSENT_GONE("ambassadors.media.consentGone", "", false),
    CHANGED_MEANWHILE("ambassadors.refused.meanwhile", "", false);

    private final String messageKey;
    private final String field;
    private final boolean mendable;

    ActivityRefusal(String messageKey, String field, boolean mendable) {
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
