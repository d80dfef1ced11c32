package hub.forum.groups.web;

import hub.forum.groups.Group;
import hub.forum.groups.GroupConversations;
import hub.forum.groups.Groups;
import hub.forum.groups.JoinRequests;
import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.platform.identity.Viewer;
import hub.platform.web.NotFound;
import hub.platform.web.WholePages;
import hub.platform.web.once.Part;
import hub.platform.web.parts.ThreadLine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/** The groups a person may know of, and the first page of each. */
@Controller
class GroupsController {
    private static final String AT = "groups";
    private static final GroupConversations.Page NOTHING = new GroupConversations.Page(List.of(), null);

    private final Groups groups;
    private final JoinRequests requests;
    private final Rights rights;
    private final GroupHeaders headers;
    private final GroupLines lines;
    private final ObjectProvider<GroupConversations> conversations;
    private final WholePages pages;
    private final String title;

    GroupsController(
            Groups groups,
            JoinRequests requests,
            Rights rights,
            GroupHeaders headers,
            GroupLines lines,
            ObjectProvider<GroupConversations> conversations,
            WholePages pages,
            MessageSource messages) {
        this.groups = groups;
        this.requests = requests;
        this.rights = rights;
        this.headers = headers;
        this.lines = lines;
        this.conversations = conversations;
        this.pages = pages;
        this.title = messages.getMessage("groups.list.title", null, Locale.UK);
    }

    @GetMapping("/groups")
    Mono<Rendering> list(Viewer viewer, @RequestParam(defaultValue = "") String done) {
        return rights.of(viewer)
                .flatMap(visibility -> Mono.zip(groups.all(visibility).collectList(), requests.own(visibility))
                        .map(found -> lines.of(found.getT1(), found.getT2(), visibility, headers.done(done))))
                .map(page -> pages.page(title, AT, Part.filled("groups/list :: main", page)));
    }

    @GetMapping("/groups/{id}")
    Mono<Rendering> withoutSlug(@PathVariable String id, Viewer viewer) {
        return group(id, "", null, viewer);
    }

    @GetMapping("/groups/{id}/{slug}")
    Mono<Rendering> group(
            @PathVariable String id,
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String after,
            Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> groups.find(id, visibility)
                        .switchIfEmpty(Mono.error(NotFound::new))
                        .flatMap(group ->
                                group.slug().equals(slug) ? page(group, after, visibility) : Mono.just(moved(group))));
    }

    /** Only for those who may know of the group: its name stands in the address. */
    private static Rendering moved(Group group) {
        return Rendering.redirectTo(group.path())
                .status(HttpStatus.MOVED_PERMANENTLY)
                .build();
    }

    private Mono<Rendering> page(Group group, @Nullable String after, Visibility visibility) {
        if (!visibility.mayRead(group.id()) && !visibility.mustAgreeFirst(group.id())) {
            return door(group, visibility);
        }
        visibility.requireRead(group.id());
        return talk(group, after, visibility)
                .map(page -> pages.page(
                        group.name(),
                        AT,
                        Part.filled(
                                "groups/group :: main",
                                Talk.of(
                                        group,
                                        headers.inside(group, "conversations"),
                                        page,
                                        after,
                                        visibility.mayPost(group.id())))));
    }

    /**
     * The first page of a group.
     *
     * @param head the same for all who read it
     * @param start where to start a conversation; null for those who may not
     * @param newer where the newest conversations are; null on the first page
     */
    private record Talk(
            Part head,
            @Nullable String start,
            Part lines,
            @Nullable String newer,
            @Nullable String older) {
        static Talk of(
                Group group,
                GroupHeader header,
                GroupConversations.Page page,
                @Nullable String after,
                boolean mayPost) {
            return new Talk(
                    Part.once("groups/group :: head", header),
                    mayPost ? "/threads/new?group=" + group.id() : null,
                    ThreadLine.all(page.lines()),
                    after == null ? null : group.path(),
                    page.after() == null
                            ? null
                            : group.path() + "?after=" + UriUtils.encode(page.after(), StandardCharsets.UTF_8));
        }
    }

    private Mono<GroupConversations.Page> talk(Group group, @Nullable String after, Visibility visibility) {
        GroupConversations source = conversations.getIfAvailable();
        return source == null
                ? Mono.just(NOTHING)
                : source.of(group.id(), visibility, after).defaultIfEmpty(NOTHING);
    }

    private Mono<Rendering> door(Group group, Visibility visibility) {
        return requests.own(visibility)
                .map(own -> Rendering.view("groups/door")
                        .modelAttribute("header", headers.outside(group))
                        .modelAttribute("line", lines.ofOther(group, own.get(group.id())))
                        .build());
    }
}
