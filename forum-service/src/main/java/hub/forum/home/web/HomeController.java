package hub.forum.home.web;

import hub.forum.groups.Group;
import hub.forum.groups.Groups;
import hub.forum.groups.JoinRequests;
import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.forum.me.NewLinkNotice;
import hub.forum.threads.ThreadLists;
import hub.forum.threads.Threads;
import hub.forum.visits.Visits;
import hub.platform.help.OnCall;
import hub.platform.identity.PersonName;
import hub.platform.identity.Viewer;
import hub.platform.security.PublicPaths;
import hub.platform.time.Times;
import hub.platform.web.WholePages;
import hub.platform.web.once.Part;
import hub.platform.web.parts.ThreadLine;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Controller
class HomeController {
    private static final int CONVERSATIONS = 6;
    private static final int MOST_NEW = 12;

    /** Of what is not new, however much is. */
    private static final int FEWEST_EARLIER = 3;

    private final Rights rights;
    private final Groups groups;
    private final JoinRequests requests;
    private final Threads threads;
    private final ThreadLists lists;
    private final LatestNews news;
    private final NewLinkNotice newLink;
    private final Visits visits;
    private final Times times;
    private final OnCall onCall;
    private final WholePages pages;
    private final String title;

    HomeController(
            Rights rights,
            Groups groups,
            JoinRequests requests,
            Threads threads,
            ThreadLists lists,
            LatestNews news,
            NewLinkNotice newLink,
            Visits visits,
            Times times,
            OnCall onCall,
            WholePages pages,
            MessageSource messages) {
        this.rights = rights;
        this.groups = groups;
        this.requests = requests;
        this.threads = threads;
        this.lists = lists;
        this.news = news;
        this.newLink = newLink;
        this.visits = visits;
        this.times = times;
        this.onCall = onCall;
        this.pages = pages;
        this.title = messages.getMessage("home.title", null, Locale.UK);
    }

    @Bean
    static PublicPaths homePath() {
        return PublicPaths.of("/");
    }

    @GetMapping("/")
    Mono<Rendering> home(Viewer viewer, ServerWebExchange exchange) {
        Mono<NewsOnHome> latest = news.of(viewer, exchange);
        return viewer.approved() ? rights.of(viewer).flatMap(known -> inside(known, latest)) : outside(latest);
    }

    private Mono<Rendering> inside(Visibility visibility, Mono<NewsOnHome> latest) {
        return groups.all(visibility).collectList().flatMap(known -> {
            Map<String, String> names = known.stream().collect(Collectors.toMap(Group::id, Group::name));
            List<String> boards = known.stream()
                    .filter(group -> group.privacy() == Group.Privacy.OPEN)
                    .map(Group::id)
                    .toList();
            return Mono.zip(
                            conversations(visibility.ownReadable(), MOST_NEW + FEWEST_EARLIER, names, visibility),
                            conversations(boards, CONVERSATIONS, names, visibility),
                            latest,
                            newLink.of(visibility.viewer()),
                            asking(known, visibility),
                            visits.since(visibility.viewer())
                                    .map(since -> times.say(since).said())
                                    .defaultIfEmpty(""),
                            onCall.now(visibility.viewer()).map(List::of).defaultIfEmpty(List.of()))
                    .map(parts -> {
                        Function<Part, Part> main = notice -> Part.filled(
                                "home/inside :: main",
                                Inside.of(
                                        notice,
                                        visibility.viewer(),
                                        own(known, parts.getT5(), visibility),
                                        fresh(parts.getT1()),
                                        earlier(parts.getT1()),
                                        parts.getT2(),
                                        parts.getT6(),
                                        parts.getT7(),
                                        parts.getT3()));
                        String said = parts.getT4();
                        return said.isEmpty()
                                ? pages.page(title, "home", main.apply(NewLinkNotice.NOTHING))
                                : pages.pageWithForm(
                                        HttpStatus.OK,
                                        title,
                                        "home",
                                        token -> main.apply(NewLinkNotice.part(said, token)));
                    });
        });
    }

    private Mono<List<ThreadLine>> conversations(
            Collection<String> among, int most, Map<String, String> names, Visibility visibility) {
        return lists.lines(threads.latest(among, most, visibility), names, visibility);
    }

    private static List<ThreadLine> fresh(List<ThreadLine> lines) {
        return lines.stream().filter(ThreadLine::isNew).limit(MOST_NEW).toList();
    }

    /** What is not new, up to as much as fits on the page. */
    private static List<ThreadLine> earlier(List<ThreadLine> lines) {
        int room = Math.max(FEWEST_EARLIER, CONVERSATIONS - fresh(lines).size());
        return lines.stream().filter(line -> !line.isNew()).limit(room).toList();
    }

    /** Of the groups that the viewer leads, those that somebody has asked to join. */
    private Mono<Set<String>> asking(List<Group> known, Visibility visibility) {
        return Flux.fromIterable(known)
                .filter(group -> visibility.leads(group.id()))
                .filterWhen(group -> requests.waiting(group, visibility).hasElements())
                .map(Group::id)
                .collect(Collectors.toSet());
    }

    private static List<Inside.OwnGroup> own(List<Group> known, Set<String> asking, Visibility visibility) {
        return known.stream()
                .filter(group -> visibility.isMember(group.id()))
                .map(group -> new Inside.OwnGroup(
                        group.path(),
                        group.name(),
                        group.kind().emblem(),
                        PersonName.hue(group.id()),
                        visibility.mustAgreeFirst(group.id()),
                        asking.contains(group.id()) ? "/groups/" + group.id() + "/people" : ""))
                .toList();
    }

    private static Mono<Rendering> outside(Mono<NewsOnHome> latest) {
        return latest.map(news ->
                Rendering.view("home/outside").modelAttribute("news", news).build());
    }
}
