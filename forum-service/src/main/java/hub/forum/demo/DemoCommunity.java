package hub.forum.demo;

import hub.forum.demo.DemoFiles.Entry;
import hub.forum.groups.Group;
import hub.forum.groups.GroupRole;
import hub.forum.groups.ImportGroups;
import hub.forum.groups.Membership;
import hub.forum.threads.ImportThreads;
import hub.forum.threads.ImportThreads.OldPost;
import hub.forum.threads.ImportThreads.OldThread;
import hub.forum.visits.Visits;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.platform.text.InputText;
import hub.platform.text.Markdown;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes the people, groups and conversations of the demo out of its files. Can run again after it was cut off: what is there stays. */
@Component
class DemoCommunity {
    private static final String REALM = "hearth|";

    /** Everybody was here a while ago, so that there is something new to each. */
    private static final Duration LAST_HERE = Duration.ofHours(20);

    private final DemoFiles files;
    private final Accounts accounts;
    private final ImportGroups groups;
    private final ImportThreads threads;
    private final Visits visits;
    private final Markdown markdown;
    private final Clock clock;

    DemoCommunity(
            DemoFiles files,
            Accounts accounts,
            ImportGroups groups,
            ImportThreads threads,
            Visits visits,
            Markdown markdown,
            Clock clock) {
        this.files = files;
        this.accounts = accounts;
        this.groups = groups;
        this.threads = threads;
        this.visits = visits;
        this.markdown = markdown;
        this.clock = clock;
    }

    Mono<Void> load() {
        Instant now = clock.instant();
        Map<String, Account> people = files.people().stream()
                .map(entry -> person(entry, now))
                .collect(Collectors.toMap(Account::id, account -> account));
        return Flux.fromIterable(people.values())
                .concatMap(accounts::addUnlessThere)
                .thenMany(Flux.fromIterable(people.keySet()))
                .concatMap(person -> visits.wasHere(person, DemoTimes.at(LAST_HERE, now)))
                .thenMany(Flux.fromIterable(files.groups()))
                .concatMap(entry -> group(entry, people, now))
                .thenMany(Flux.fromIterable(files.threads()))
                .concatMap(file -> threads.add(thread(file, now), DemoTimes.at(LAST_HERE, now)))
                .then();
    }

    private static Account person(Entry entry, Instant now) {
        Approval approval = Approval.valueOf(entry.text("approval").toUpperCase(Locale.ROOT));
        Instant approvedAt = now.minus(Duration.ofDays(entry.number("approvedDaysAgo")));
        return Account.of(
                entry.text("id"),
                REALM + entry.text("id"),
                entry.text("name"),
                entry.text("household"),
                entry.text("line"),
                entry.text("id").replace('-', '.') + "@example.org",
                approval,
                entry.texts("roles").stream().map(Role::of).collect(Collectors.toSet()),
                approvedAt,
                approval == Approval.AWAITING ? null : approvedAt);
    }

    private Mono<Void> group(Entry entry, Map<String, Account> people, Instant now) {
        Instant since = now.minus(Duration.ofDays(400));
        return agreement(entry.text("agreement"), since).flatMap(agreement -> {
            Group group = new Group(
                    entry.text("id"),
                    entry.text("name"),
                    InputText.slug(entry.text("name")),
                    Group.Kind.valueOf(constant(entry.text("kind"))),
                    Group.Privacy.valueOf(constant(entry.text("privacy"))),
                    entry.text("area"),
                    entry.text("purpose"),
                    entry.text("venue").isEmpty() ? null : entry.text("venue"),
                    agreement.orElse(null),
                    Group.Readers.NONE,
                    null,
                    since,
                    "demo");
            return groups.add(group, members(entry, group, people, since));
        });
    }

    private Mono<java.util.Optional<Group.Agreement>> agreement(String text, Instant since) {
        return text.isEmpty()
                ? Mono.just(java.util.Optional.empty())
                : markdown.article(text)
                        .map(html ->
                                java.util.Optional.of(new Group.Agreement(1, text, html, Markdown.VERSION, since)));
    }

    private static List<Membership> members(Entry entry, Group group, Map<String, Account> people, Instant since) {
        List<Membership> members = new ArrayList<>();
        for (Entry member : entry.entries("members")) {
            Account account = people.get(member.text("person"));
            if (account == null) {
                throw new IllegalArgumentException(
                        "content/demo/groups.yml: nobody is called " + member.text("person"));
            }
            GroupRole role = GroupRole.of(member.text("as"));
            members.add(new Membership(
                    Membership.id(group.id(), account.id()),
                    group.id(),
                    account.id(),
                    account.household(),
                    role,
                    isCarer(account),
                    group.agreementVersion(),
                    since,
                    "demo"));
        }
        return members;
    }

    private static boolean isCarer(Account account) {
        return account.roles().contains(Role.CARER) || account.roles().contains(Role.KINSHIP_CARER);
    }

    private static OldThread thread(DemoFiles.ThreadFile file, Instant now) {
        Entry thread = file.thread();
        List<OldPost> posts = new ArrayList<>();
        thread.entries("posts").forEach(post -> collect(post, null, posts, now));
        Entry locked = thread.entry("locked");
        return new OldThread(
                file.group() + "/" + file.name(),
                file.group(),
                thread.text("title"),
                thread.flag("pinned"),
                locked.text("by").isEmpty() ? null : locked.text("by"),
                locked.text("reason"),
                posts);
    }

    /** Parents first, each post with the place of its parent in the list. */
    private static void collect(Entry post, @Nullable Integer parent, List<OldPost> posts, Instant now) {
        Instant at = DemoTimes.at(DemoFiles.ago(post.text("ago")), now);
        posts.add(new OldPost(parent, post.text("by"), at, post.text("text")));
        int place = posts.size() - 1;
        post.entries("replies").forEach(reply -> collect(reply, place, posts, now));
    }

    private static String constant(String slug) {
        return slug.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
