package hub.platform.search;

import hub.platform.identity.Viewer;
import java.util.Set;
import reactor.core.publisher.Mono;

/** What a viewer may find, in the words of {@link SearchDocument#rights}. Features that decide over rights provide it as beans. */
public interface SearchKeys {
    Mono<Set<String>> of(Viewer viewer);
}
