package hub.resources.library.lists;

import hub.platform.refusals.Refusal;

/** Why something about a reading list is refused. */
public enum ListRefusal implements Refusal {
    CHANGED_MEANWHILE("library.lists.refused.changedMeanwhile", "", false),
    FULL("library.lists.refused.full", "guide", true),
    NO_SUCH_GUIDE("library.lists.refused.noSuchGuide", "guide", true),
    NOBODY_SUCH("library.lists.refused.nobodySuch", "person", true),
    NOT_A_CARER("library.lists.refused.notACarer", "person", true),
    EMPTY("library.lists.refused.empty", "person", true),
    RETIRED("library.lists.refused.retired", "", false);

    private final String messageKey;
    private final String field;
    private final boolean mendable;

    ListRefusal(String messageKey, String field, boolean mendable) {
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
