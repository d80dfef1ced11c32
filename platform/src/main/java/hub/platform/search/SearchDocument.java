package hub.platform.search;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be found, as its source reads it: for the index, and again for whoever found it.
 *
 * @param id within its kind
 * @param title what it is called on the page
 * @param ownTitle false if the title is that of what it stands in, such as a reply's conversation: it is then found by the title last
 * @param text plain, without markup; may be empty
 * @param place where it stands; null if that is nowhere in particular
 * @param people whose it is, by name; may be none
 * @param date when it was written or published; null if it has no date
 * @param href its address, within this site
 * @param rights keys, of which a viewer must have one to find it
 */
public record SearchDocument(
        String id,
        String title,
        boolean ownTitle,
        String text,
        @Nullable Place place,
        List<String> people,
        @Nullable Instant date,
        String href,
        Set<String> rights) {

    public SearchDocument {
        people = List.copyOf(people);
        rights = Set.copyOf(rights);
    }

    /**
     * @param key by which a search can be held to it, such as {@code group:} and an id
     * @param label its name
     * @param href its address
     */
    public record Place(String key, String label, String href) {}
}
