package hub.forum.threads;

import hub.forum.groups.GroupSearchKeys;
import hub.forum.groups.Groups;
import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.PersonName;
import hub.platform.identity.Viewer;
import hub.platform.search.PlainText;
import hub.platform.search.SearchDocument;
import hub.platform.search.SearchSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.function.Tuple3;

/** What people say in conversations: each post that can be read is found by its words and its author's name; the opening post by the title too. */
@Component
@Order(10)
class ConversationSearch implements SearchSource {
    private static final String ACCOUNTS = "accounts";

    private final PostStore posts;
    private final ThreadStore threads;
    private final Accounts accounts;
    private final Groups groups;
    private final Rights rights;

    ConversationSearch(PostStore posts, ThreadStore threads, Accounts accounts, Groups groups, Rights rights) {
        this.posts = posts;
        this.threads = threads;
        this.accounts = accounts;
        this.groups = groups;
        this.rights = rights;
    }

    @Override
    public String kind() {
        return "conversation";
    }

    @Override
    public String messageKey() {
        return "threads.search.kind";
    }

    /** Of a thread not the counters, which change with each reply. */
    @Override
    public List<Watched> watched() {
        return List.of(
                new Watched(PostStore.POSTS, Set.of()),
                new Watched(ThreadStore.THREADS, Set.of("title", "slug", "group")),
                new Watched(ACCOUNTS, Set.of("name")));
    }

    @Override
    public Flux<String> concerned(String collection, String id) {
        return switch (collection) {
            case ThreadStore.THREADS -> posts.idsIn(id);
            case ACCOUNTS -> posts.idsBy(id);
            default -> Flux.just(id);
        };
    }

    @Override
    public Flux<String> ids(String after, int limit) {
        return posts.idsAfter(after, limit);
    }

    @Override
    public Flux<SearchDocument> find(Collection<String> ids) {
        return posts.toIndex(ids)
                .collectList()
                .flatMapMany(found -> Mono.zip(
                                threads.toIndex(threadsOf(found)),
                                accounts.toIndex(authorsOf(found))
                                        .collectMap(PersonName::id)
                                        .map(Names::new),
                                Mono.just(Map.<String, String>of()))
                        .flatMapIterable(beside -> documents(found, beside)));
    }

    @Override
    public Flux<SearchDocument> readable(Collection<String> ids, Viewer viewer) {
        return rights.of(viewer)
                .flatMapMany(
                        visibility -> posts.findAll(ids, visibility).flatMapMany(found -> readable(found, visibility)));
    }

    private Flux<SearchDocument> readable(List<Post> found, Visibility visibility) {
        return Mono.zip(
                        Flux.fromIterable(threadsOf(found))
                                .flatMap(id -> threads.find(id, visibility))
                                .collectMap(DiscussionThread::id),
                        accounts.names(authorsOf(found)),
                        groups.names(found.stream().map(Post::group).collect(Collectors.toSet()), visibility))
                .flatMapIterable(beside -> documents(found, beside));
    }

    private static Set<String> threadsOf(List<Post> found) {
        return found.stream().map(Post::thread).collect(Collectors.toSet());
    }

    private static Set<String> authorsOf(List<Post> found) {
        return found.stream().map(Post::author).collect(Collectors.toSet());
    }

    /** @param beside their threads, their authors, and the names of their groups where they are shown */
    private static List<SearchDocument> documents(
            List<Post> found, Tuple3<Map<String, DiscussionThread>, Names, Map<String, String>> beside) {
        List<SearchDocument> documents = new ArrayList<>();
        for (Post post : found) {
            DiscussionThread thread = beside.getT1().get(post.thread());
            if (thread != null && post.state() == Post.State.PUBLISHED) {
                String group = beside.getT3().getOrDefault(post.group(), "");
                documents.add(document(post, thread, beside.getT2().of(post.author()), group));
            }
        }
        return documents;
    }

    private static SearchDocument document(Post post, DiscussionThread thread, PersonName author, String group) {
        boolean opening = post.parent() == null && post.createdAt().equals(thread.createdAt());
        return new SearchDocument(
                post.id(),
                thread.title(),
                opening,
                PlainText.ofHtml(post.html()),
                new SearchDocument.Place(GroupSearchKeys.mayRead(post.group()), group, "/groups/" + post.group()),
                List.of(author.name()),
                post.createdAt(),
                opening ? thread.path() : thread.path() + "?at=" + post.id() + "#post-" + post.id(),
                Set.of(GroupSearchKeys.mayRead(post.group())));
    }
}
