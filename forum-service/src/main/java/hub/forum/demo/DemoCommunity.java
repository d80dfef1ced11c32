package hub.forum.demo;

import hub.forum.groups.Group;
import hub.forum.groups.GroupRole;
import hub.forum.groups.ImportGroups;
import hub.forum.groups.Membership;
import hub.forum.threads.ImportThreads;
import hub.forum.threads.ImportThreads.OldPost;
import hub.forum.threads.ImportThreads.OldThread;
import hub.forum.threads.Reaction;
import hub.forum.visits.Visits;
import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoEntry;
import hub.platform.demo.DemoFiles;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.platform.identity.Supervisions;
import hub.platform.text.InputText;
import hub.platform.text.Markdown;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes the people, groups and conversations of the demo out of its files. Can run again after it was cut off: what is there stays. */
@Component
@Order(DemoContent.COMMUNITY)
class DemoCommunity implements DemoContent {
    private static final String REALM = "hearth|";

    /** Everybody was here a while ago, so that there is something new to each. */
    private static final Duration LAST_HERE = Duration.ofHours(20);

    private final DemoFiles files;
    private final Accounts accounts;
    private final Supervisions supervisions;
    private final ImportGroups groups;
    private final ImportThreads threads;
    private final Visits visits;
    private final Markdown markdown;

    DemoCommunity(
            DemoFiles files,
            Accounts accounts,
            Supervisions supervisions,
            ImportGroups groups,
            ImportThreads threads,
            Visits visits,
            Markdown markdown) {
        this.files = files;
        this.accounts = accounts;
        this.supervisions = supervisions;
        this.groups = groups;
        this.threads = threads;
        this.visits = visits;
        this.markdown = markdown;
    }

    @Override
    public String name() {
        return "community";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        Instant now = clock.firstStart();
        Map<String, Account> people = files.entries("people.yml").stream()
                .map(entry -> person(entry, now))
                .collect(Collectors.toMap(Account::id, account -> account));
        return Flux.fromIterable(people.values())
                .concatMap(accounts::addUnlessThere)
                .thenMany(Flux.fromIterable(files.entries("people.yml")))
                .filter(entry -> !entry.text("supervisedBy").isEmpty())
                .concatMap(entry -> supervisions.put(entry.text("household"), entry.text("supervisedBy")))
                .thenMany(Flux.fromIterable(people.keySet()))
                .concatMap(person -> visits.wasHere(person, clock.ago(LAST_HERE)))
                .thenMany(Flux.fromIterable(files.entries("groups.yml")))
                .concatMap(entry -> group(entry, people, now))
                .thenMany(Flux.fromIterable(files.files("threads", ".yml")))
                .concatMap(file -> threads.add(thread(file, clock), clock.ago(LAST_HERE)))
                .then();
    }

    private static Account person(DemoEntry entry, Instant now) {
        Approval approval = entry.chosen("approval", Approval.class);
        Instant approvedAt = now.minus(Duration.ofDays(entry.number("approvedDaysAgo")));
        return Account.of(
                entry.text("id"),
                REALM + entry.text("id"),
                entry.text("name"),
                entry.text("household"),
                entry.text("line"),
                entry.text("id").replace('-', '.') + "@example.org",
                approval,
                Set.copyOf(entry.allChosen("roles", Role.class)),
                approvedAt,
                approval == Approval.AWAITING ? null : approvedAt);
    }

    private Mono<Void> group(DemoEntry entry, Map<String, Account> people, Instant now) {
        Instant since = now.minus(Duration.ofDays(400));
        return agreement(entry.text("agreement"), since).flatMap(agreement -> {
            Group group = new Group(
                    entry.text("id"),
                    entry.text("name"),
                    InputText.slug(entry.text("name")),
                    entry.chosen("kind", Group.Kind.class),
                    entry.chosen("privacy", Group.Privacy.class),
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

    private Mono<Optional<Group.Agreement>> agreement(String text, Instant since) {
        return text.isEmpty()
                ? Mono.just(Optional.empty())
                : markdown.article(text)
                        .map(html -> Optional.of(new Group.Agreement(1, text, html, Markdown.VERSION, since)));
    }

    private static List<Membership> members(DemoEntry entry, Group group, Map<String, Account> people, Instant since) {
        List<Membership> members = new ArrayList<>();
        for (DemoEntry member : entry.entries("members")) {
            Account account = people.get(member.text("person"));
            if (account == null) {
                throw new IllegalArgumentException(
                        "content/demo/groups.yml: nobody is called " + member.text("person"));
            }
            GroupRole role = member.chosen("as", GroupRole.class);
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

    /** A thread's folder is the id of its group. */
    private OldThread thread(Path file, DemoClock clock) {
        DemoEntry thread = files.entry(file);
        String group = file.getName(file.getNameCount() - 2).toString();
        List<OldPost> posts = new ArrayList<>();
        thread.entries("posts").forEach(post -> collect(post, null, posts, clock));
        DemoEntry locked = thread.entry("locked");
        return new OldThread(
                group + "/" + file.getFileName(),
                group,
                thread.text("title"),
                thread.flag("pinned"),
                locked.text("by").isEmpty() ? null : locked.text("by"),
                locked.text("reason"),
                posts);
    }

    /** Parents first, each post with the place of its parent in the list. */
    private static void collect(DemoEntry post, @Nullable Integer parent, List<OldPost> posts, DemoClock clock) {
        Instant at = clock.ago(post.text("ago"));
        posts.add(new OldPost(parent, post.text("by"), at, post.text("text"), reactions(post)));
        int place = posts.size() - 1;
        post.entries("replies").forEach(reply -> collect(reply, place, posts, clock));
    }

    /** Under the slug of each kind, who reacted so. */
    private static List<Reaction> reactions(DemoEntry post) {
        return Arrays.stream(Reaction.Kind.values())
                .flatMap(kind -> post.texts(kind.slug()).stream().map(by -> new Reaction(by, kind)))
                .toList();
    }
}
