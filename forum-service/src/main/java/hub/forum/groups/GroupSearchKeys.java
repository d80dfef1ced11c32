package hub.forum.groups;

import hub.platform.identity.Viewer;
import hub.platform.search.SearchKeys;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the {@link Visibility} of a viewer lets them find. The keys name groups, so that joining and leaving change nothing of what is indexed. */
@Component
public class GroupSearchKeys implements SearchKeys {
    /** Every approved person has it. */
    public static final String APPROVED = "approved";

    /** Whoever looks after accounts has it. */
    static final String EVERYBODY = "everybody";

    private final Rights rights;

    GroupSearchKeys(Rights rights) {
        this.rights = rights;
    }

    /** The key of those who may read what stands in a group. */
    public static String mayRead(String group) {
        return "group:" + group;
    }

    /** The key of those who may know that a hidden group is there. */
    static String mayKnow(String group) {
        return "knows-group:" + group;
    }

    @Override
    public Mono<Set<String>> of(Viewer viewer) {
        return rights.of(viewer).map(GroupSearchKeys::of);
    }

    private static Set<String> of(Visibility visibility) {
        Set<String> keys = new HashSet<>();
        if (visibility.viewer().approved()) {
            keys.add(APPROVED);
        }
        if (visibility.viewer().administrator()) {
            keys.add(EVERYBODY);
        }
        for (String group : visibility.readable()) {
            keys.add(mayRead(group));
            keys.add(mayKnow(group));
        }
        visibility.own().forEach(group -> keys.add(mayKnow(group)));
        return keys;
    }
}
