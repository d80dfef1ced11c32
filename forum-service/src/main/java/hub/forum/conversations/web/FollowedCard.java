package hub.forum.conversations.web;

import hub.forum.groups.Groups;
import hub.forum.groups.Visibility;
import hub.forum.groups.web.CurrentVisibility;
import hub.forum.threads.ConversationLists;
import hub.forum.threads.DiscussionThread;
import hub.forum.threads.ThreadLine;
import hub.forum.threads.ThreadLists;
import hub.platform.identity.Viewer;
import hub.platform.pages.Fragment;
import hub.platform.pages.HomeCard;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is new in what the viewer follows, on the home page: how much, and the newest. Nothing while there is nothing new. */
@Component
@Order(15)
class FollowedCard implements HomeCard {
    private static final int NEWEST = 3;

    private final CurrentVisibility visibilities;
    private final ConversationLists conversations;
    private final ThreadLists lists;
    private final Groups groups;

    FollowedCard(CurrentVisibility visibilities, ConversationLists conversations, ThreadLists lists, Groups groups) {
        this.visibilities = visibilities;
        this.conversations = conversations;
        this.lists = lists;
        this.groups = groups;
    }

    /**
     * @param count of conversations with something new
     * @param newest of those that do not stand among what is new in the viewer's groups
     */
    record Card(int count, List<ThreadLine> newest) {}

    @Override
    public Place place() {
        return Place.MAIN;
    }

    @Override
    public Mono<Fragment> of(Viewer viewer, ServerWebExchange exchange) {
        return visibilities
                .of(exchange)
                .flatMap(visibility -> conversations
                        .newInFollowed(visibility)
                        .filter(fresh -> !fresh.isEmpty())
                        .flatMap(fresh -> card(fresh, visibility)))
                .map(card -> new Fragment("conversations/home", "followed", card));
    }

    private Mono<Card> card(List<DiscussionThread> fresh, Visibility visibility) {
        return groups.names(visibility.readable(), visibility)
                .flatMap(names -> lists.lines(elsewhere(fresh, visibility).take(NEWEST), names, visibility))
                .map(newest -> new Card(fresh.size(), newest));
    }

    private static Flux<DiscussionThread> elsewhere(List<DiscussionThread> fresh, Visibility visibility) {
        return Flux.fromIterable(fresh).filter(thread -> !visibility.isMember(thread.group()));
    }
}
