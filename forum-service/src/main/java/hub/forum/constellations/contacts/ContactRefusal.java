package hub.forum.constellations.contacts;

import hub.platform.refusals.Refusal;

/** Why something about a support contact is refused. */
public enum ContactRefusal implements Refusal {
    IN_THE_FUTURE("constellations.contacts.future", "day", true),
    LONG_AGO("constellations.contacts.longAgo", "day", true),
    FOLLOW_UP_PAST("constellations.contacts.followUp.past", "followUp", true),
    NOT_IN_IT("constellations.contacts.carer.notInIt", "carer", true),
    NOTHING_WANTED("constellations.contacts.nothingWanted", "", false),
    CHANGED_MEANWHILE("constellations.contacts.changedMeanwhile", "", false);

    private final String messageKey;
    private final String field;
    private final boolean mendable;

    ContactRefusal(String messageKey, String field, boolean mendable) {
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
