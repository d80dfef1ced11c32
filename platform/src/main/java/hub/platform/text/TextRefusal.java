package hub.platform.text;

import hub.platform.refusals.Refusal;

/** Why a text is not taken. */
public enum TextRefusal implements Refusal {
    /** Shown, it would be many times as long as it was typed. */
    TOO_MUCH_TO_SHOW("text.tooMuchToShow");

    private final String messageKey;

    TextRefusal(String messageKey) {
        this.messageKey = messageKey;
    }

    @Override
    public String messageKey() {
        return messageKey;
    }

    @Override
    public boolean canBeMended() {
        return true;
    }
}
