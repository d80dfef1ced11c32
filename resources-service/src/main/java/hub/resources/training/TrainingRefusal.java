package hub.resources.training;

import hub.platform.refusals.Refusal;

/** Why something in training is refused. */
public enum TrainingRefusal implements Refusal {
    CHANGED_MEANWHILE("training.refused.changedMeanwhile", "", false),
    COURSE_RETIRED("training.refused.courseRetired", "", false),
    NOT_A_DRAFT("training.refused.notADraft", "", false),
    STARTED("training.refused.started", "", false),
    NOT_OPEN("training.refused.notOpen", "", false),
    NOT_OVER("training.refused.notOver", "", false),
    OVER("training.refused.over", "", false),
    TOO_FEW_PLACES("training.refused.tooFewPlaces", "capacity", true),
    TOO_LATE_TO_BOOK("training.refused.tooLateToBook", "", false),
    BOOKED_ALREADY("training.refused.bookedAlready", "", false),
    OFFER_OVER("training.refused.offerOver", "", false),
    NO_PLACE("training.refused.noPlace", "", false),
    NOT_OF_HOUSEHOLD("training.refused.notOfHousehold", "", false),
    NOBODY_SUCH("training.refused.nobodySuch", "person", true),
    NOT_FOR_THEM("training.refused.notForThem", "person", true),
    REGISTER_EARLY("training.refused.registerEarly", "", false),
    CONFIRMED("training.refused.confirmed", "", false);

    private final String messageKey;
    private final String field;
    private final boolean mendable;

    TrainingRefusal(String messageKey, String field, boolean mendable) {
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
