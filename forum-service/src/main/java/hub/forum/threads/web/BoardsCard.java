package hub.forum.threads.web;

import hub.forum.groups.Group;
import hub.forum.groups.Groups;
import hub.forum.groups.Visibility;
import hub.forum.groups.web.CurrentVisibility;
import hub.forum.threads.ThreadLine;
import hub.forum.threads.ThreadLists;
import hub.forum.threads.Threads;
import hub.platform.identity.Viewer;
import hub.platform.pages.Fragment;
import hub.platform.pages.HomeCard;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The latest on the boards. */
@Component
@Order(30)
class BoardsCard implements HomeCard {
    private static final int CONVERSATIONS = 6;

    private final CurrentVisibility visibilities;
    private final Groups groups;
    private final Threads threads;
    private final ThreadLists lists;

    BoardsCard(CurrentVisibility visibilities, Groups groups, Threads threads, ThreadLists lists) {
        this.visibilities = visibilities;
        this.groups = groups;
        this.threads = threads;
        this.lists = lists;
    }

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public Mono<Fragment> of(Viewer viewer, ServerWebExchange exchange) {
        return visibilities
                .of(exchange)
                .flatMap(this::lines)
                .map(lines -> new Fragment("threads/home", "onBoards", lines));
    }

    private Mono<List<ThreadLine>> lines(Visibility visibility) {
        Mono<Map<String, String>> boards = groups.all(visibility)
                .filter(group -> group.privacy() == Group.Privacy.OPEN)
                .collectMap(Group::id, Group::name);
        return boards.flatMap(
                names -> lists.lines(threads.latest(names.keySet(), CONVERSATIONS, visibility), names, visibility));
    }
}
