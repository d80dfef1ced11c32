package hub.forum.groups.web;

import hub.forum.groups.Group;
import hub.forum.groups.GroupRole;
import hub.forum.groups.Groups;
import hub.forum.groups.JoinRequests;
import hub.forum.groups.Memberships;
import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.platform.identity.Rejected;
import hub.platform.identity.Viewer;
import hub.platform.web.NotFound;
import hub.platform.web.Pages;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Who is in a group, and how that ends or changes. */
@Controller
class PeopleController {
    private final Groups groups;
    private final Memberships memberships;
    private final JoinRequests requests;
    private final Rights rights;
    private final GroupHeaders headers;
    private final PeopleLines lines;

    PeopleController(
            Groups groups,
            Memberships memberships,
            JoinRequests requests,
            Rights rights,
            GroupHeaders headers,
            PeopleLines lines) {
        this.groups = groups;
        this.memberships = memberships;
        this.requests = requests;
        this.rights = rights;
        this.headers = headers;
        this.lines = lines;
    }

    record People(
            List<PeopleLines.Person> people,
            List<PeopleLines.Asker> askers,
            boolean mayNominate,
            boolean mayLeave,
            @Nullable String done) {}

    @GetMapping("/groups/{id}/people")
    Mono<Rendering> people(@PathVariable String id, @RequestParam(defaultValue = "") String done, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> groups.toRead(id, visibility)
                        .filter(Group::hasMembers)
                        .switchIfEmpty(Mono.error(NotFound::new))
                        .flatMap(group -> page(group, visibility, headers.done(done))));
    }

    private Mono<Rendering> page(Group group, Visibility visibility, @Nullable String done) {
        Mono<List<PeopleLines.Person>> people = memberships
                .in(group, visibility)
                .collectList()
                .flatMap(members -> lines.of(members, group, visibility));
        Mono<List<PeopleLines.Asker>> askers =
                requests.waiting(group, visibility).collectList().flatMap(lines::askers);
        return Mono.zip(people, askers)
                .map(found -> new People(
                        found.getT1(),
                        found.getT2(),
                        visibility.mayNominate(group.id()),
                        visibility.isMember(group.id()),
                        done))
                .map(page -> Rendering.view("groups/people")
                        .modelAttribute("header", headers.inside(group, "people"))
                        .modelAttribute("page", page)
                        .build());
    }

    @GetMapping("/groups/{id}/leave")
    Mono<Rendering> askBeforeLeaving(@PathVariable String id, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> own(id, visibility))
                .map(group -> Rendering.view("groups/leave")
                        .modelAttribute("header", headers.outside(group))
                        .build());
    }

    @PostMapping("/groups/{id}/leave")
    Mono<Rendering> leave(@PathVariable String id, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> own(id, visibility).flatMap(group -> memberships.leave(group, visibility)))
                .thenReturn(Pages.seeOther("/groups?done=left"));
    }

    private Mono<Group> own(String id, Visibility visibility) {
        return groups.find(id, visibility)
                .filter(group -> visibility.isMember(id))
                .switchIfEmpty(Mono.error(NotFound::new));
    }

    @GetMapping("/groups/{id}/people/{account}/remove")
    Mono<Rendering> whyRemove(@PathVariable String id, @PathVariable String account, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> led(id, visibility)
                        .flatMap(group -> onePerson(group, account, visibility, Rendering.view("groups/remove")))
                        .map(page ->
                                page.modelAttribute("form", ReasonForm.empty()).build()));
    }

    @PostMapping("/groups/{id}/people/{account}/remove")
    Mono<Rendering> remove(
            @PathVariable String id,
            @PathVariable String account,
            @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> led(id, visibility)
                        .flatMap(group -> memberships
                                .remove(group, account, form.reason(), visibility)
                                .thenReturn(Pages.seeOther(peopleOf(group, visibility) + "?done=removed"))
                                .onErrorResume(Rejected.class, refusal -> {
                                    Pages.reject(errors, "reason", refusal);
                                    return onePerson(group, account, visibility, Pages.mend("groups/remove"))
                                            .map(Rendering.Builder::build);
                                })));
    }

    /** @param role as in {@link GroupRole#slug} */
    record RoleForm(String role) {
        RoleForm {
            role = Typed.orEmpty(role);
        }
    }

    @GetMapping("/groups/{id}/people/{account}/role")
    Mono<Rendering> whichRole(@PathVariable String id, @PathVariable String account, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> groups.toManage(id, visibility)
                        .switchIfEmpty(Mono.error(NotFound::new))
                        .flatMap(group -> memberships
                                .find(group, account, visibility)
                                .switchIfEmpty(Mono.error(NotFound::new))
                                .map(member -> new RoleForm(member.role().slug()))
                                .zipWith(onePerson(group, account, visibility, Rendering.view("groups/role")))
                                .map(found -> found.getT2()
                                        .modelAttribute("form", found.getT1())
                                        .modelAttribute("roles", roles(group))
                                        .build())));
    }

    @PostMapping("/groups/{id}/people/{account}/role")
    Mono<Rendering> changeRole(
            @PathVariable String id,
            @PathVariable String account,
            @ModelAttribute("form") RoleForm form,
            BindingResult errors,
            Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> groups.toManage(id, visibility)
                        .switchIfEmpty(Mono.error(NotFound::new))
                        .flatMap(group -> Mono.justOrEmpty(GroupRole.find(form.role()))
                                .switchIfEmpty(Mono.error(() -> new Rejected("groups.nominate.role.missing")))
                                .flatMap(role -> memberships.changeRole(group, account, role, visibility))
                                .thenReturn(Pages.seeOther("/groups/" + id + "/manage?done=role"))
                                .onErrorResume(Rejected.class, refusal -> {
                                    Pages.reject(errors, "role", refusal);
                                    return onePerson(group, account, visibility, Pages.mend("groups/role"))
                                            .map(page -> page.modelAttribute("roles", roles(group))
                                                    .build());
                                })));
    }

    private List<Option> roles(Group group) {
        return Arrays.stream(GroupRole.values())
                .filter(role -> role.foundIn(group.kind()))
                .map(role -> new Option(role.slug(), headers.role(role), null))
                .toList();
    }

    private Mono<Group> led(String id, Visibility visibility) {
        return groups.toLead(id, visibility)
                .filter(group -> visibility.mayRemove(id))
                .switchIfEmpty(Mono.error(NotFound::new));
    }

    private Mono<Rendering.Builder<?>> onePerson(
            Group group, String account, Visibility visibility, Rendering.Builder<?> page) {
        return memberships
                .find(group, account, visibility)
                .switchIfEmpty(Mono.error(NotFound::new))
                .then(lines.name(account))
                .map(name -> page.modelAttribute("header", headers.outside(group))
                        .modelAttribute("person", name)
                        .modelAttribute("back", peopleOf(group, visibility)));
    }

    /** The page with the people that this viewer came from. */
    private static String peopleOf(Group group, Visibility visibility) {
        return "/groups/" + group.id() + (visibility.mayRead(group.id()) ? "/people" : "/manage");
    }
}
