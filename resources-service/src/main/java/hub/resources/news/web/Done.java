package hub.resources.news.web;

import hub.platform.identity.Viewer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an editor has just done, named in the address they are led to. */
final class Done {
    private static final Set<String> KNOWN = Set.of("saved", "published", "corrected", "archived");

    private Done() {}

    /** The message key that says so; null for nothing known, and for those who are no editors. */
    static @Nullable String of(String name, Viewer viewer) {
        return viewer.staffEditor() && KNOWN.contains(name) ? "news.done." + name : null;
    }
}
