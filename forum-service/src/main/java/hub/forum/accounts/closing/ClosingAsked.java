package hub.forum.accounts.closing;

import hub.platform.events.Event;
import hub.platform.events.EventName;

/** An account is to be closed. */
@EventName("accounts.closing-asked")
record ClosingAsked(String account) implements Event {
    @Override
    public String subject() {
        return account;
    }
}
