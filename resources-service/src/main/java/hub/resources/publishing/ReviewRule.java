package hub.resources.publishing;

import hub.platform.text.Slug;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Of which kinds a second person must have looked before readers see a text: the setting {@code hearth.publishing.review}. */
@Component
public class ReviewRule {
    private static final String ALL = "all";

    private final Set<Kind> reviewed;

    /**
     * @param kinds slugs of kinds, or {@code all}; none for nothing
     * @throws IllegalArgumentException if one of them is none
     */
    ReviewRule(@Value("${hearth.publishing.review:}") List<String> kinds) {
        this.reviewed = kinds.contains(ALL) ? EnumSet.allOf(Kind.class) : EnumSet.noneOf(Kind.class);
        kinds.stream()
                .map(String::strip)
                .filter(kind -> !kind.isEmpty() && !kind.equals(ALL))
                .forEach(kind -> reviewed.add(Slug.find(Kind.class, kind)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "hearth.publishing.review: there is no kind of publication called " + kind))));
    }

    public boolean holdsFor(Kind kind) {
        return reviewed.contains(kind);
    }
}
