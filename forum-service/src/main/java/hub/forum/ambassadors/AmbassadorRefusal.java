package hub.forum.ambassadors;

import hub.platform.refusals.Refusal;

/** Why something about an ambassador is refused. */
public enum AmbassadorRefusal implements Refusal {
    NOBODY_CHOSEN("ambassadors.register.who.missing", "account", true),
    FULL("ambassadors.refused.full", "ambassador", false),
    NOT_ACTIVE("ambassadors.refused.notActive", "ambassador", false),
    BELOW_TAKEN("ambassadors.profile.capacity.below", "capacity", true),
    NAMED("ambassadors.profile.named", "", true),
    NOT_NOW("ambassadors.refused.notNow", "", false),
    ENDED("ambassadors.refused.ended", "", false),
    CHANGED_MEANWHILE("ambassadors.refused.meanwhile", "", false);

    private final String messageKey;
    private final String field;
    private final boolean mendable;

    AmbassadorRefusal(String messageKey, String field, boolean mendable) {
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
