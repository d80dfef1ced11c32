package hub.forum.threads;

import hub.forum.following.Following;
import hub.forum.groups.Group;
import hub.forum.groups.Groups;
import hub.forum.groups.Memberships;
import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.forum.notifications.MailChoice;
import hub.forum.notifications.Notification;
import hub.forum.notifications.NotificationKind;
import hub.forum.notifications.NotificationKind.Shown;
import hub.forum.notifications.Notifications;
import hub.platform.events.EventConsumer;
import hub.platform.identity.Accounts;
import hub.platform.identity.PersonName;
import hub.platform.identity.Viewer;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells people that they are called in a conversation: those who can read it, and nobody else. */
@Configuration(proxyBeanMethods = false)
class MentionNotices {
    private static final String MENTION = "threads.mention";

    /** Of the people on a board whose names begin with the same word. */
    private static final int MOST_NAMESAKES = 50;

    private final Rights rights;
    private final ThreadStore threads;
    private final PostStore posts;
    private final Groups groups;
    private final Memberships memberships;
    private final Accounts accounts;
    private final Following following;

    MentionNotices(
            Rights rights,
            ThreadStore threads,
            PostStore posts,
            Groups groups,
            Memberships memberships,
            Accounts accounts,
            Following following) {
        this.rights = rights;
        this.threads = threads;
        this.posts = posts;
        this.groups = groups;
        this.memberships = memberships;
        this.accounts = accounts;
        this.following = following;
    }

    @Bean
    EventConsumer tellWhoIsMentioned(Notifications notifications) {
        return EventConsumer.named("mention-notices")
                .on(
                        ThreadEvents.Started.class,
                        started -> tell(started.post(), started.author(), Set.of(started.author()), notifications))
                .on(
                        ThreadEvents.Replied.class,
                        // Whoever is answered hears of the reply.
                        reply -> tell(
                                reply.post(),
                                reply.author(),
                                reply.answered().equals(reply.author())
                                        ? Set.of(reply.author())
                                        : Set.of(reply.author(), reply.answered()),
                                notifications))
                // Whoever was called before is told already, and nobody twice.
                .on(
                        ThreadEvents.Edited.class,
                        edited -> answeredBy(edited)
                                .flatMap(without -> tell(edited.post(), edited.author(), without, notifications)));
    }

    /** Who wrote a post, and who heard of it as an answer to them. */
    private Mono<Set<String>> answeredBy(ThreadEvents.Edited edited) {
        return accounts.viewer(edited.author())
                .flatMap(rights::of)
                .flatMap(visibility -> posts.find(edited.post(), visibility)
                        .flatMap(post -> answered(post, visibility).defaultIfEmpty(post.author()))
                        .map(answered -> answered.equals(edited.author())
                                ? Set.of(edited.author())
                                : Set.of(edited.author(), answered)));
    }

    /** As when it was written: the author of the post that it answers, or of the conversation. */
    private Mono<String> answered(Post post, Visibility visibility) {
        String parent = post.parent();
        return parent == null
                ? threads.find(post.thread(), visibility).map(DiscussionThread::author)
                : posts.find(parent, visibility).map(Post::author);
    }

    private Mono<Void> tell(String id, String author, Set<String> without, Notifications notifications) {
        return accounts.viewer(author)
                .flatMap(rights::of)
                .flatMap(visibility -> posts.find(id, visibility)
                        .filter(post -> post.state() == Post.State.PUBLISHED)
                        .flatMap(post -> called(post, visibility)
                                .map(called -> called.stream()
                                        .filter(account -> !without.contains(account))
                                        .sorted()
                                        .toList())
                                .flatMap(called -> following.whoHearsOfAnswers(called, post.thread(), post.group()))
                                .filter(called -> !called.isEmpty())
                                .flatMap(called -> notifications.tell(
                                        called,
                                        new Notification.Told(MENTION, post.id(), post.thread(), post.group())))));
    }

    private Mono<Set<String>> called(Post post, Visibility visibility) {
        Mentions mentions = Mentions.in(post.markdown());
        return mentions.any()
                ? groups.find(post.group(), visibility)
                        .flatMap(group -> whoCanRead(group, mentions, visibility.viewer()))
                        .map(mentions::among)
                : Mono.empty();
    }

    private Mono<List<PersonName>> whoCanRead(Group group, Mentions mentions, Viewer author) {
        return group.privacy() == Group.Privacy.OPEN
                ? Flux.fromIterable(mentions.firstWords())
                        .concatMap(word -> accounts.approvedNamed(word, MOST_NAMESAKES, author))
                        .collectList()
                : memberships
                        .toTell(group.id())
                        .collectList()
                        .flatMap(members -> accounts.names(members)
                                .map(names -> members.stream().map(names::of).toList()));
    }

    @Bean
    NotificationKind mentionNotice() {
        return NotificationKind.of(
                MENTION,
                MailChoice.DAILY,
                (notification, viewer) -> rights.of(viewer)
                        .flatMap(visibility -> posts.find(notification.about(), visibility)
                                .filter(post ->
                                        visibility.mayRead(post.group()) && post.state() == Post.State.PUBLISHED)
                                .flatMap(post -> threads.find(post.thread(), visibility)
                                        .flatMap(thread -> accounts.names(List.of(post.author()))
                                                .map(names -> Shown.of(
                                                        "/threads/" + thread.id() + "/posts/" + post.id(),
                                                        "threads.mention.notice.say",
                                                        names.of(post.author()).name(),
                                                        thread.title()))))));
    }
}
