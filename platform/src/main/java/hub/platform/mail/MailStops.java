package hub.platform.mail;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the links do that stop letters. */
@Service
public class MailStops {
    private final StopLinks links;
    private final ObjectProvider<MailKind> kinds;

    MailStops(StopLinks links, ObjectProvider<MailKind> kinds) {
        this.links = links;
        this.kinds = kinds;
    }

    /** The kind of letter that a link stops; empty if we did not make it. Changes nothing: scanners follow every link. */
    public Mono<String> kind(String token) {
        return links.read(token).map(StopLinks.Stop::kind);
    }

    /** Stops it; the kind, or empty if we did not make the link. */
    public Mono<String> stop(String token) {
        return links.read(token)
                .flatMap(stop -> Flux.fromStream(kinds::stream)
                        .filter(kind -> kind.kind().equals(stop.kind()))
                        .concatMap(kind -> kind.stop(stop.account()))
                        .then(Mono.just(stop.kind())));
    }
}
