package hub.forum.constellations;

import hub.forum.groups.Group;
import hub.forum.groups.Groups;
import hub.forum.groups.Visibility;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds constellations: groups of that kind, for those who read them. */
@Service
public class Constellations {
    private final Groups groups;

    Constellations(Groups groups) {
        this.groups = groups;
    }

    /**
     * One that the viewer reads; empty for a group of another kind.
     *
     * @throws hub.forum.groups.AgreementFirst (as a signal) if the viewer is a member who has yet to accept the agreement
     * @throws hub.platform.identity.NotAllowed (as a signal) if the viewer may not read there, or there is no such group
     */
    public Mono<Group> toRead(String group, Visibility visibility) {
        return groups.toRead(group, visibility).filter(found -> found.kind() == Group.Kind.CONSTELLATION);
    }

    /** One whose rota and hub home the viewer keeps; empty for everybody else. */
    public Mono<Group> toKeep(String group, Visibility visibility) {
        return toRead(group, visibility).filter(found -> ConstellationPolicy.mayKeep(visibility, found.id()));
    }

    /** One in which the viewer takes part, not as a moderator who came in to look. */
    public Mono<Group> toTakePart(String group, Visibility visibility) {
        return toRead(group, visibility).filter(found -> visibility.mayPost(found.id()));
    }

    /** Those that the viewer is in, by name; also such whose agreement is to be accepted first. */
    public Flux<Group> own(Visibility visibility) {
        return groups.all(visibility)
                .filter(group -> group.kind() == Group.Kind.CONSTELLATION && visibility.isMember(group.id()));
    }
}
