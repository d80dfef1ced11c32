package hub.forum.constellations.moves;

import hub.platform.refusals.Refusal;

/** Why something about a move is refused. */
public enum MoveRefusal implements Refusal {
    CHANGED_MEANWHILE("constellations.moves.changedMeanwhile", "", false),
    DONE("constellations.moves.isDone", "", false),
    NOT_AHEAD("constellations.moves.day.ahead", "day", true),
    NO_SUCH_HOME("constellations.moves.home.missing", "home", true),
    NO_SUCH_CONSTELLATION("constellations.moves.to.missing", "to", true),
    /** The household has a move already. */
    ALREADY_PLANNED("constellations.moves.already", "home", true);

    private final String messageKey;
    private final String field;
    private final boolean mendable;

    MoveRefusal(String messageKey, String field, boolean mendable) {
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
