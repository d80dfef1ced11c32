package hub.forum.profiles;

import hub.platform.refusals.Refusal;

/** Why a profile could not be changed. */
public enum ProfileRefusal implements Refusal {
    CHANGED_MEANWHILE("profiles.changedMeanwhile", "", false),
    /** The year is still to come. */
    LATER("profiles.since.wrong", "since", true);

    private final String messageKey;
    private final String field;
    private final boolean mendable;

    ProfileRefusal(String messageKey, String field, boolean mendable) {
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
