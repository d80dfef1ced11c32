package hub.forum.constellations.sleepovers;

import hub.platform.refusals.Refusal;

/** Why something about a sleepover is refused. */
public enum SleepoverRefusal implements Refusal {
    CHANGED_MEANWHILE("constellations.sleepovers.changedMeanwhile", "", false),
    ANSWERED("constellations.sleepovers.answered", "", false),
    OVER("constellations.sleepovers.isOver", "", false),
    NOT_YET("constellations.sleepovers.notYet", "", false),
    IN_THE_PAST("constellations.sleepovers.past", "date", true),
    /** Arguments: the next days on which there is room for as many nights. */
    NO_BED("constellations.sleepovers.noBed", "date", true),
    /** For more children than there are beds, or for so many nights, there is none within two months. */
    NO_BED_AT_ALL("constellations.sleepovers.noBedAtAll", "date", true),
    NO_REASON("constellations.sleepovers.reason.missing", "reason", true);

    private final String messageKey;
    private final String field;
    private final boolean mendable;

    SleepoverRefusal(String messageKey, String field, boolean mendable) {
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
