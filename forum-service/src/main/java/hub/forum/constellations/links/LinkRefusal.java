package hub.forum.constellations.links;

import hub.platform.refusals.Refusal;

/** Why something about a cultural link is refused. */
public enum LinkRefusal implements Refusal {
    CHANGED_MEANWHILE("constellations.links.changedMeanwhile", "", false),
    NOT_NOW("constellations.links.notNow", "", false),
    OVER("constellations.links.isOver", "", false),
    ALREADY_ASKED("constellations.links.already", "", false),
    SELF("constellations.links.self", "offer", true),
    /** One proposal at a time. */
    OFFER_TAKEN("constellations.links.offer.taken", "offer", true),
    OFFER_GONE("constellations.links.offer.gone", "offer", true);

    private final String messageKey;
    private final String field;
    private final boolean mendable;

    LinkRefusal(String messageKey, String field, boolean mendable) {
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
