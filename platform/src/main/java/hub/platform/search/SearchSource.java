package hub.platform.search;

import hub.platform.identity.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;

/**
 * One kind of what can be found. A feature provides it as a bean; {@code @Order} says where the kind stands among others. What is read for the
 * index is read past every cache: the change that it is read for may not have reached them yet.
 */
public interface SearchSource {
    /** Letters and hyphens, as it stands in addresses: {@code library}. */
    String kind();

    /** Of the word for the kind. */
    String messageKey();

    /** The collections whose changes concern it. */
    List<Watched> watched();

    /** The ids of its documents that a change of this document of a watched collection concerns, whether they are still there or not. */
    Flux<String> concerned(String collection, String id);

    /** The next ids of all that there may be, in the order of ids; fewer than the limit at the end. */
    Flux<String> ids(String after, int limit);

    /** Those that can be found by anybody, for the index. The others are gone. */
    Flux<SearchDocument> find(Collection<String> ids);

    /** Those that this viewer may read now. */
    Flux<SearchDocument> readable(Collection<String> ids, Viewer viewer);

    /**
     * @param fields what must change in a document of it to concern the source; all changes do if there are none. Insertions, replacements and
     *     deletions always do
     */
    record Watched(String collection, Set<String> fields) {}
}
