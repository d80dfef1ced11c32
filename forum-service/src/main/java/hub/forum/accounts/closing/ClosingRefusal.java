package hub.forum.accounts.closing;

import hub.platform.refusals.Refusal;

/** Why an account is not closed. */
public enum ClosingRefusal implements Refusal {
    LAST_ADMINISTRATOR("accounts.closing.last"),
    OWN("accounts.closing.own"),
    BEGUN("accounts.closing.begun");

    private final String messageKey;

    ClosingRefusal(String messageKey) {
        this.messageKey = messageKey;
    }

    @Override
    public String messageKey() {
        return messageKey;
    }
}
