package hub.resources.publishing;

import hub.platform.refusals.Refusal;

/** Why a change of a publication is refused. */
public enum PublicationRefusal implements Refusal {
    CHANGED_MEANWHILE("news.changedMeanwhile", "", false),
    NOT_A_DRAFT("publishing.notADraft", "", true),
    INCOMPLETE("publishing.incomplete", "", true),
    NOT_PUBLISHED("publishing.notPublished", "", true),
    TITLE_TAKEN("publishing.titleTaken", "title", true),
    NO_SUCH_GUIDE("publishing.noSuchGuide", "instead", true),
    NOT_IN_REVIEW("publishing.notInReview", "", false),
    OWN_TEXT("publishing.ownText", "", false),
    PAST_ITS_END("publishing.pastItsEnd", "", false),
    NOT_WAITING("publishing.notWaiting", "", false),
    NOT_ARCHIVED("publishing.notArchived", "", false),
    ARCHIVED_ALREADY("publishing.archivedAlready", "", true);

    private final String messageKey;
    private final String field;
    private final boolean mendable;

    PublicationRefusal(String messageKey, String field, boolean mendable) {
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
