package hub.platform.places;

import hub.platform.refusals.Refusal;

/** Why a change of family hubs is refused. */
public enum PlaceRefusal implements Refusal {
    CHANGED_MEANWHILE("places.changedMeanwhile", "");

    private final String messageKey;
    private final String field;

    PlaceRefusal(String messageKey, String field) {
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
}
