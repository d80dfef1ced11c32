package hub.forum.mentoring.mentors;

import hub.platform.refusals.Refusal;

/** Why something about a mentor is refused. */
public enum MentorRefusal implements Refusal {
    FULL("mentoring.refused.full", "mentor", false),
    PAUSED("mentoring.refused.paused", "mentor", false),
    BELOW_TAKEN("mentoring.profile.capacity.below", "capacity", true),
    CHANGED_MEANWHILE("mentoring.refused.meanwhile", "", false);

    private final String messageKey;
    private final String field;
    private final boolean mendable;

    MentorRefusal(String messageKey, String field, boolean mendable) {
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
