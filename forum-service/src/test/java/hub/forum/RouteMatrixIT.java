package hub.forum;

import hub.testkit.HubIT;
import hub.testkit.WhoMayWhat;

/** Every address of the forum, for every one of the {@link ForumPeople}. */
@HubIT
class RouteMatrixIT extends WhoMayWhat {
    RouteMatrixIT() {
        super(5_000);
    }
}
