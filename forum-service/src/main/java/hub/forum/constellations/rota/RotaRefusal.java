package hub.forum.constellations.rota;

import hub.platform.refusals.Refusal;

/** Why something about a rota is refused. */
public enum RotaRefusal implements Refusal {
    CHANGED_MEANWHILE("constellations.rota.changedMeanwhile", "", false),
    /** It is over, or there is no such shift any more. */
    SHIFT_GONE("constellations.rota.shiftGone", "", false),
    NOT_YOURS("constellations.rota.notYours", "", false),
    TAKEN("constellations.rota.taken", "", false),
    SWAP_GONE("constellations.rota.swapGone", "", false),
    NOT_ON_THE_ROTA("constellations.rota.notOnTheRota", "account", true),
    NOT_A_MEMBER("constellations.people.notMember", "account", true),
    IN_THE_PAST("constellations.rota.past", "date", true),
    TOO_MANY("constellations.rota.tooMany", "", false);

    private final String messageKey;
    private final String field;
    private final boolean mendable;

    RotaRefusal(String messageKey, String field, boolean mendable) {
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
