package hub.forum.moderation;

import hub.forum.groups.Group;
import hub.forum.groups.Groups;
import hub.forum.groups.Visibility;
import hub.forum.threads.PostGate;
import hub.forum.threads.Threads;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whose posts are approved first: a new member's first ones, and those of somebody who is limited. Whoever was warned reads the warning before. */
@Component
class FirstPosts implements PostGate {
    private final PersonActs acts;
    private final KnownWriterStore known;
    private final Groups groups;
    private final ObjectProvider<Threads> threads;
    private final int firstPosts;

    /** @param firstPosts how many of a new member's posts are approved first; 0 for none */
    FirstPosts(
            PersonActs acts,
            KnownWriterStore known,
            Groups groups,
            ObjectProvider<Threads> threads,
            @Value("${hearth.moderation.first-posts:3}") int firstPosts) {
        this.acts = acts;
        this.known = known;
        this.groups = groups;
        this.threads = threads;
        this.firstPosts = firstPosts;
    }

    @Override
    public Mono<Boolean> mustWait(String group, Visibility visibility) {
        return acts.inForce(visibility.viewer().id())
                .doOnNext(FirstPosts::requireRead)
                .flatMap(inForce -> inForce.stream().anyMatch(act -> act.kind() == PersonAct.Kind.LIMIT)
                        ? Mono.just(true)
                        : isNew(group, visibility));
    }

    private static void requireRead(List<PersonAct> inForce) {
        inForce.stream()
                .filter(act -> act.kind() == PersonAct.Kind.WARNING)
                .findFirst()
                .ifPresent(warning -> {
                    throw new WarningFirst(warning.id());
                });
    }

    /** Staff and whoever leads the group are not; and nobody reads along where two talk as a scheme has brought them together. */
    private Mono<Boolean> isNew(String group, Visibility visibility) {
        if (firstPosts == 0 || visibility.viewer().staff() || visibility.leads(group)) {
            return Mono.just(false);
        }
        String account = visibility.viewer().id();
        return known.contains(account)
                .flatMap(before -> before ? Mono.just(false) : saidLittle(account, group, visibility));
    }

    /** What was said where two talk alone nobody has looked at, so it makes nobody known. */
    private Mono<Boolean> saidLittle(String account, String group, Visibility visibility) {
        return groups.all(visibility)
                .filter(one -> one.kind().ofTwo())
                .map(Group::id)
                .collect(Collectors.toSet())
                .flatMap(ofTwo -> ofTwo.contains(group)
                        ? Mono.just(false)
                        : threads.getObject().said(account, ofTwo, firstPosts).map(said -> said < firstPosts));
    }
}
