package hub.resources.audiences;

import hub.platform.identity.Viewer;
import hub.platform.search.SearchKeys;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A viewer finds what is meant for the {@link Audiences} they belong to. */
@Component
public class AudienceSearchKeys implements SearchKeys {
    /** The key of those for whom something is meant. */
    public static String of(Audience audience) {
        return "audience:" + audience.slug();
    }

    @Override
    public Mono<Set<String>> of(Viewer viewer) {
        return Mono.just(
                Audiences.of(viewer).stream().map(AudienceSearchKeys::of).collect(Collectors.toSet()));
    }
}
