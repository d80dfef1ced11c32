package hub.forum.meetings.topics;

import hub.forum.groups.Group;
import hub.forum.groups.Visibility;
import hub.platform.identity.NotAllowed;
import hub.platform.mongo.Ids;
import hub.platform.mongo.Transactions;
import java.time.Clock;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What members would like to talk about. */
@Service
public class Topics {
    private final TopicStore store;
    private final Transactions transactions;
    private final Clock clock;

    Topics(TopicStore store, Transactions transactions, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The open ones, the oldest first; nothing for whoever does not read the group. */
    public Flux<Topic> in(Group group, Visibility visibility) {
        return store.open(group.id(), visibility);
    }

    public Mono<Topic> find(String id, Visibility visibility) {
        return store.find(id, visibility);
    }

    /**
     * @param formKey of the form it came with; the same one again finds the topic that it made
     * @throws NotAllowed (as a signal) unless the viewer is a member who may write
     */
    public Mono<Topic> propose(Group group, String text, boolean anonymous, String formKey, Visibility by) {
        if (!group.hasMembers() || !by.mayPost(group.id())) {
            return Mono.error(new NotAllowed());
        }
        String account = by.viewer().id();
        String id = Ids.of("topic of " + account + " by " + formKey);
        Topic fresh = new Topic(id, group.id(), text, account, anonymous, clock.instant(), true);
        return transactions.run(store.find(id, by).switchIfEmpty(Mono.defer(() -> store.insert(fresh))));
    }

    /** Whether the viewer may close it: its author, and whoever leads the group. */
    public static boolean mayClose(Topic topic, Visibility by) {
        return by.leads(topic.group()) || topic.account().equals(by.viewer().account());
    }

    /**
     * It stands in the list no more. Done twice it is done once.
     *
     * @return empty if there is none such that the viewer may close
     */
    public Mono<Topic> close(String id, Visibility by) {
        return transactions.run(
                store.find(id, by).filter(topic -> mayClose(topic, by)).flatMap(topic -> store.put(topic.close())));
    }
}
