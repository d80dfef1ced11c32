package hub.forum.groups.web;

import hub.forum.groups.Group;
import hub.forum.groups.Groups;
import hub.forum.groups.JoinRequests;
import hub.forum.groups.Visibility;
import hub.platform.identity.PersonName;
import hub.platform.identity.Viewer;
import hub.platform.pages.Fragment;
import hub.platform.pages.HomeCard;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The viewer's groups on the home page, with what waits for them there. */
@Component
@Order(10)
class OwnGroupsCard implements HomeCard {
    private final CurrentVisibility visibilities;
    private final Groups groups;
    private final JoinRequests requests;

    OwnGroupsCard(CurrentVisibility visibilities, Groups groups, JoinRequests requests) {
        this.visibilities = visibilities;
        this.groups = groups;
        this.requests = requests;
    }

    /** @param staff whether the viewer works for the service and looks after no child in its name */
    record Card(List<OwnGroup> own, boolean staff) {}

    /** @param asking where the requests to join wait, for those who decide them; else empty */
    record OwnGroup(String path, String name, String emblem, String hue, boolean agreementFirst, String asking) {}

    @Override
    public Place place() {
        return Place.ASIDE;
    }

    @Override
    public Mono<Fragment> of(Viewer viewer, ServerWebExchange exchange) {
        return visibilities
                .of(exchange)
                .flatMap(visibility -> groups.all(visibility)
                        .filter(group -> visibility.isMember(group.id()))
                        .concatMap(group -> ownGroup(group, visibility))
                        .collectList())
                .map(own -> new Fragment("groups/home", "own", new Card(own, !viewer.carer())));
    }

    private Mono<OwnGroup> ownGroup(Group group, Visibility visibility) {
        return requests.waiting(group, visibility)
                .hasElements()
                .map(asking -> new OwnGroup(
                        group.path(),
                        group.name(),
                        group.kind().emblem(),
                        PersonName.hue(group.id()),
                        visibility.mustAgreeFirst(group.id()),
                        asking ? "/groups/" + group.id() + "/people" : ""));
    }
}
