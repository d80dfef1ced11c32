package hub.forum.home.web;

import hub.forum.groups.Group;
import hub.forum.groups.Groups;
import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.forum.me.NewLinkNotice;
import hub.forum.threads.ThreadLists;
import hub.forum.threads.ThreadLists.ThreadLine;
import hub.forum.threads.Threads;
import hub.platform.identity.PersonName;
import hub.platform.identity.Viewer;
import hub.platform.security.PublicPaths;
import hub.platform.web.HomeNews;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

@Controller
class HomeController {
    private static final int NEWS = 4;
    private static final int CONVERSATIONS = 8;

    private final Rights rights;
    private final Groups groups;
    private final Threads threads;
    private final ThreadLists lists;
    private final ObjectProvider<HomeNews> news;
    private final NewLinkNotice newLink;

    HomeController(
            Rights rights,
            Groups groups,
            Threads threads,
            ThreadLists lists,
            ObjectProvider<HomeNews> news,
            NewLinkNotice newLink) {
        this.rights = rights;
        this.groups = groups;
        this.threads = threads;
        this.lists = lists;
        this.news = news;
        this.newLink = newLink;
    }

    @Bean
    static PublicPaths homePath() {
        return PublicPaths.of("/");
    }

    @GetMapping("/")
    Mono<Rendering> home(Viewer viewer) {
        return viewer.approved() ? rights.of(viewer).flatMap(this::inside) : outside(viewer);
    }

    private Mono<Rendering> inside(Visibility visibility) {
        return groups.all(visibility).collectList().flatMap(known -> {
            Map<String, String> names = known.stream().collect(Collectors.toMap(Group::id, Group::name));
            List<String> boards = known.stream()
                    .filter(group -> group.privacy() == Group.Privacy.OPEN)
                    .map(Group::id)
                    .toList();
            return Mono.zip(
                            conversations(visibility.ownReadable(), names, visibility),
                            conversations(boards, names, visibility),
                            latestNews(visibility.viewer()),
                            newLink.of(visibility.viewer()))
                    .map(parts -> Rendering.view("home/inside")
                            .modelAttribute("own", own(known, visibility))
                            .modelAttribute("inGroups", parts.getT1())
                            .modelAttribute("inBoards", parts.getT2())
                            .modelAttribute("news", parts.getT3())
                            .modelAttribute("newLink", parts.getT4())
                            .build());
        });
    }

    private Mono<List<ThreadLine>> conversations(
            Collection<String> among, Map<String, String> names, Visibility visibility) {
        return lists.lines(threads.latest(among, CONVERSATIONS, visibility), names);
    }

    private static List<OwnGroup> own(List<Group> known, Visibility visibility) {
        return known.stream()
                .filter(group -> visibility.isMember(group.id()))
                .map(group -> new OwnGroup(
                        group.path(),
                        group.name(),
                        group.kind().emblem(),
                        PersonName.hue(group.id()),
                        visibility.mustAgreeFirst(group.id())))
                .toList();
    }

    private Mono<Rendering> outside(Viewer viewer) {
        return latestNews(viewer)
                .map(lines -> Rendering.view("home/outside")
                        .modelAttribute("news", lines)
                        .build());
    }

    private Mono<List<HomeNews.Line>> latestNews(Viewer viewer) {
        HomeNews source = news.getIfAvailable();
        return source == null ? Mono.just(List.of()) : source.latest(viewer, NEWS);
    }

    record OwnGroup(String path, String name, String emblem, String hue, boolean agreementFirst) {}
}
