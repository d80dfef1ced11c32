package hub.forum.following;

import hub.forum.groups.GroupEvents;
import hub.forum.groups.Visibility;
import hub.platform.events.EventConsumer;
import hub.platform.events.Events;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Transactions;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What people follow and mute. Every change is of the viewer's own. */
@Service
public class Following {
    private final FollowStore store;
    private final Events events;
    private final Transactions transactions;
    private final Clock clock;

    Following(FollowStore store, Events events, Transactions transactions, Clock clock) {
        this.store = store;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What the viewer chose; whether they may read it is asked where it is shown. */
    public Mono<Follows> of(Viewer viewer) {
        return of(viewer.id());
    }

    /** What somebody chose, for telling them or not. */
    public Mono<Follows> of(String account) {
        return store.of(account);
    }

    /** Those of some people who wish to hear that they are answered or mentioned in a conversation. */
    public Mono<List<String>> whoHearsOfAnswers(Collection<String> accounts, String thread, String group) {
        return Flux.fromIterable(accounts)
                .filterWhen(account -> of(account).map(chosen -> chosen.hearsOfAnswers(thread, group)))
                .collectList();
    }

    /**
     * Follows a conversation, or mutes it.
     *
     * @throws NotAllowed (as a signal) unless the viewer may read in its group
     */
    public Mono<Void> choose(String thread, String group, boolean muted, Visibility visibility) {
        return visibility.mayRead(group)
                ? transactions.run(store.choose(
                        visibility.viewer().id(), thread, new Follows.Chosen(group, muted, clock.instant())))
                : Mono.error(new NotAllowed());
    }

    /** What was chosen for a conversation holds no more. Done twice it is done once. */
    public Mono<Void> drop(String thread, Visibility visibility) {
        return transactions.run(store.drop(visibility.viewer().id(), thread));
    }

    /** @throws NotAllowed (as a signal) unless the viewer may read there */
    public Mono<Void> choose(String group, Volume volume, Visibility visibility) {
        String account = visibility.viewer().id();
        return visibility.mayRead(group)
                ? transactions.run(store.choose(account, group, volume)
                        .then(events.publish(new FollowEvents.VolumeChanged(account))))
                : Mono.error(new NotAllowed());
    }

    /** Somebody wants no letter on Mondays any more. To be called in a transaction. */
    public Mono<Void> withoutWeekly(String account) {
        return of(account).flatMap(all -> store.noneWith(all, Volume.WEEKLY));
    }

    /** What somebody chose in a group goes with their membership. */
    @Configuration(proxyBeanMethods = false)
    static class WithMemberships {
        @Bean
        EventConsumer forgetWhatWasFollowed(FollowStore store) {
            return EventConsumer.named("following-memberships")
                    .on(
                            GroupEvents.MembershipEnded.class,
                            ended -> store.of(ended.account()).flatMap(all -> store.forget(all, ended.group())));
        }
    }
}
