package hub.platform.security;

import org.springframework.stereotype.Component;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** Gives back what was kept, to the one who wrote it, for as long as the session lasts. */
@Component
public class KeptForms {

    /** What this person typed before the session ended; empty if nothing, or if somebody else did. */
    public Mono<KeptForm> of(WebSession session, String account) {
        KeptForm kept = session.getAttribute(KeptForm.ATTRIBUTE);
        return kept != null && account.equals(kept.writer()) ? Mono.just(kept) : Mono.empty();
    }
}
