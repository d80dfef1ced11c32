package hub.forum.constellations.homes;

import hub.platform.refusals.Refusal;

/** Why something about a hub home is refused. */
public enum HomeRefusal implements Refusal {
    CHANGED_MEANWHILE("constellations.homes.changedMeanwhile"),
    TOO_MANY_BEDS("constellations.beds.tooMany");

    private final String messageKey;

    HomeRefusal(String messageKey) {
        this.messageKey = messageKey;
    }

    @Override
    public String messageKey() {
        return messageKey;
    }
}
