package hub.forum.groups.web;

import hub.forum.groups.Group;
import hub.forum.groups.GroupConversations;
import hub.forum.groups.Groups;
import hub.forum.groups.JoinRequests;
import hub.forum.groups.Visibility;
import hub.platform.pages.Fragment;
import hub.platform.pages.Pages;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
    private static final GroupConversations.Page NOTHING = new GroupConversations.Page(null, null);

    private final Groups groups;
    private final JoinRequests requests;
    private final GroupHeaders headers;
    private final GroupLines lines;
    private final ObjectProvider<GroupConversations> conversations;

    GroupsController(
            Groups groups,
            JoinRequests requests,
            GroupHeaders headers,
            GroupLines lines,
            ObjectProvider<GroupConversations> conversations) {
        this.groups = groups;
        this.requests = requests;
        this.headers = headers;
        this.lines = lines;
        this.conversations = conversations;
    }

    @GetMapping("/groups")
    Mono<Rendering> list(Visibility visibility, @RequestParam(defaultValue = "") String done) {
        return Mono.zip(groups.all(visibility).collectList(), requests.own(visibility))
                .map(found -> lines.of(found.getT1(), found.getT2(), visibility, headers.done(done)))
                .map(page -> Pages.show("groups/list", page));
    }

    @GetMapping("/groups/{id}")
    Mono<Rendering> withoutSlug(@PathVariable String id, Visibility visibility) {
        return group(id, "", null, visibility);
    }

    /** The address without the right name leads to the one with it: for those who may know of the group, as its name stands in it. */
    @GetMapping("/groups/{id}/{slug}")
    Mono<Rendering> group(
            @PathVariable String id,
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String after,
            Visibility visibility) {
        return groups.find(id, visibility)
                .flatMap(group -> group.slug().equals(slug)
                        ? page(group, after, visibility)
                        : Mono.just(Pages.moved(group.path())));
    }

    private Mono<Rendering> page(Group group, @Nullable String after, Visibility visibility) {
        if (!visibility.mayRead(group.id()) && !visibility.mustAgreeFirst(group.id())) {
            return door(group, visibility);
        }
        visibility.requireRead(group.id());
        return talk(group, after, visibility)
                .map(page -> Pages.show(
                        "groups/group",
                        Talk.of(
                                group,
                                headers.inside(group, "conversations"),
                                page,
                                after,
                                visibility.mayPost(group.id()))));
    }

    /**
     * The first page of a group.
     *
     * @param start where to start a conversation; null for those who may not
     * @param lines the conversations; null if there are none
     * @param newer where the newest conversations are; null on the first page
     */
    record Talk(
            GroupHeader header,
            @Nullable String start,
            @Nullable Fragment lines,
            @Nullable String newer,
            @Nullable String older) {
        static Talk of(
                Group group,
                GroupHeader header,
                GroupConversations.Page page,
                @Nullable String after,
                boolean mayPost) {
            return new Talk(
                    header,
                    mayPost ? "/threads/new?group=" + group.id() : null,
                    page.lines(),
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

    /** @param line what the group is to the viewer */
    record Door(GroupHeader header, GroupLines.Line line) {}

    private Mono<Rendering> door(Group group, Visibility visibility) {
        return requests.own(visibility)
                .map(own -> Pages.show(
                        "groups/door", new Door(headers.outside(group), lines.ofOther(group, own.get(group.id())))));
    }
}
