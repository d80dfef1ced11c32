package hub.platform.guard;

import hub.platform.text.InputText;
import hub.platform.text.Slug;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered to a warning of the guard.
 *
 * @param guardSeen the texts that they were warned of; empty if they were not
 * @param guardWhy why these are to be posted as they are, or {@value #GENERAL} for general words instead
 */
public record GuardAnswer(String guardSeen, String guardWhy) {
    static final String GENERAL = "general";

    public GuardAnswer {
        guardSeen = InputText.orEmpty(guardSeen);
        guardWhy = InputText.orEmpty(guardWhy);
    }

    /** Why words are posted as they are. */
    public enum Why implements Slug {
        /** They are not about a child or the child's family. */
        NOT_A_CHILD,
        /** Names and details were changed already. */
        CHANGED,
        /** It has to be said like this, to these people. */
        NEEDED
    }

    /** Whether the writer saw the warning of these very texts and said why. */
    boolean isAnswered(String texts) {
        return texts.equals(guardSeen) && why() != null;
    }

    /** Whether these very texts are to be made general. */
    boolean wantsGeneral(String texts) {
        return texts.equals(guardSeen) && guardWhy.equals(GENERAL);
    }

    @Nullable
    Why why() {
        return Slug.find(Why.class, guardWhy).orElse(null);
    }
}
