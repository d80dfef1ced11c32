package hub.forum.constellations.activities;

import hub.platform.refusals.Refusal;

/** Why something about an activity is refused. */
public enum ActivityRefusal implements Refusal {
    NOBODY_CHOSEN("constellations.activities.homes.missing", "homes"),
    /** No home has that mark. */
    NOBODY_MARKED("constellations.activities.invite.nobody", "invite");

    private final String messageKey;
    private final String field;

    ActivityRefusal(String messageKey, String field) {
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

    @Override
    public boolean canBeMended() {
        return true;
    }
}
