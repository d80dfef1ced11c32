package hub.forum.me;

import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Viewer;
import hub.platform.time.Times;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who made a new link for the viewer and when, for the pages that say so until the viewer knows. */
@Component
public class NewLinkNotice {
    private final Accounts accounts;
    private final MessageSource messages;
    private final Times times;

    NewLinkNotice(Accounts accounts, MessageSource messages, Times times) {
        this.accounts = accounts;
        this.messages = messages;
        this.times = times;
    }

    /** A sentence; the empty text if there is nothing to say. */
    public Mono<String> of(Viewer viewer) {
        return accounts.newLink(viewer).map(this::say).defaultIfEmpty("");
    }

    private String say(Account.NewLink link) {
        return messages.getMessage(
                "me.link", new Object[] {link.by(), times.day(link.at()), times.time(link.at())}, Locale.UK);
    }
}
