package hub.forum.mentoring;

import hub.platform.refusals.Refusal;

/** Why something about a mentorship is refused. */
public enum MentoringRefusal implements Refusal {
    HAS_ONE("mentoring.refused.hasOne", "", false),
    OVER("mentoring.refused.over", "", false),
    NOT_NOW("mentoring.refused.notNow", "", false),
    SELF("mentoring.refused.self", "mentor", true),
    CHANGED_MEANWHILE("mentoring.refused.meanwhile", "", false),
    GOALS_FULL("mentoring.refused.goals", "text", false),
    CONTACTS_FULL("mentoring.refused.contacts", "day", false),
    IN_THE_FUTURE("mentoring.contact.day.future", "day", true),
    IN_THE_PAST("mentoring.next.past", "next", true);

    private final String messageKey;
    private final String field;
    private final boolean mendable;

    MentoringRefusal(String messageKey, String field, boolean mendable) {
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
