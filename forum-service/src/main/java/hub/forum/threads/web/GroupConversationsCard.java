package hub.forum.threads.web;

import hub.forum.groups.Groups;
import hub.forum.groups.Visibility;
import hub.forum.groups.web.CurrentVisibility;
import hub.forum.threads.ThreadLine;
import hub.forum.threads.ThreadLists;
import hub.forum.threads.Threads;
import hub.forum.visits.Visits;
import hub.platform.identity.Viewer;
import hub.platform.pages.Fragment;
import hub.platform.pages.HomeCard;
import hub.platform.time.Times;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What is new in the viewer's groups, and what was said there before. */
@Component
@Order(20)
class GroupConversationsCard implements HomeCard {
    private static final int CONVERSATIONS = 6;
    private static final int MOST_NEW = 12;

    /** Of what is not new, however much is. */
    private static final int FEWEST_EARLIER = 3;

    private final CurrentVisibility visibilities;
    private final Groups groups;
    private final Threads threads;
    private final ThreadLists lists;
    private final Visits visits;
    private final Times times;

    GroupConversationsCard(
            CurrentVisibility visibilities,
            Groups groups,
            Threads threads,
            ThreadLists lists,
            Visits visits,
            Times times) {
        this.visibilities = visibilities;
        this.groups = groups;
        this.threads = threads;
        this.lists = lists;
        this.visits = visits;
        this.times = times;
    }

    /**
     * @param inGroup whether the viewer is in a group at all
     * @param since when the viewer was last here, as people say it; empty the first time
     */
    record Card(boolean inGroup, String since, List<ThreadLine> fresh, List<ThreadLine> earlier) {}

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public Mono<Fragment> of(Viewer viewer, ServerWebExchange exchange) {
        return visibilities
                .of(exchange)
                .flatMap(visibility -> Mono.zip(lines(visibility), since(viewer))
                        .map(found -> card(found.getT1(), found.getT2(), visibility)))
                .map(card -> new Fragment("threads/home", "inGroups", card));
    }

    private Mono<List<ThreadLine>> lines(Visibility visibility) {
        return groups.names(visibility.ownReadable(), visibility)
                .flatMap(names -> lists.lines(
                        threads.latest(visibility.ownReadable(), MOST_NEW + FEWEST_EARLIER, visibility),
                        names,
                        visibility));
    }

    private Mono<String> since(Viewer viewer) {
        return visits.since(viewer).map(since -> times.say(since).said()).defaultIfEmpty("");
    }

    private static Card card(List<ThreadLine> lines, String since, Visibility visibility) {
        List<ThreadLine> fresh =
                lines.stream().filter(ThreadLine::isNew).limit(MOST_NEW).toList();
        // What is not new, up to as much as fits on the page.
        int room = Math.max(FEWEST_EARLIER, CONVERSATIONS - fresh.size());
        List<ThreadLine> earlier =
                lines.stream().filter(line -> !line.isNew()).limit(room).toList();
        return new Card(!visibility.own().isEmpty(), since, fresh, earlier);
    }
}
