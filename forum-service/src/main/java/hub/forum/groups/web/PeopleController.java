package hub.forum.groups.web;

import hub.forum.groups.Group;
import hub.forum.groups.GroupPolicy;
import hub.forum.groups.GroupRefusal;
import hub.forum.groups.GroupRole;
import hub.forum.groups.Groups;
import hub.forum.groups.JoinRequests;
import hub.forum.groups.Membership;
import hub.forum.groups.Memberships;
import hub.forum.groups.Visibility;
import hub.platform.forms.Checked;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.identity.PersonName;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
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
    private final GroupHeaders headers;
    private final PeopleLines lines;

    PeopleController(
            Groups groups, Memberships memberships, JoinRequests requests, GroupHeaders headers, PeopleLines lines) {
        this.groups = groups;
        this.memberships = memberships;
        this.requests = requests;
        this.headers = headers;
        this.lines = lines;
    }

    /** @param done what was just done, a finished sentence; null if nothing was */
    record People(
            GroupHeader header,
            List<PeopleLines.Person> people,
            List<PeopleLines.Asker> askers,
            boolean mayNominate,
            boolean mayLeave,
            @Nullable String done) {}

    @GetMapping("/groups/{id}/people")
    Mono<Rendering> people(
            @PathVariable String id, @RequestParam(defaultValue = "") String done, Visibility visibility) {
        return groups.toRead(id, visibility)
                .filter(Group::hasMembers)
                .flatMap(group -> page(group, headers.done(done), visibility));
    }

    private Mono<Rendering> page(Group group, @Nullable String done, Visibility visibility) {
        Mono<List<PeopleLines.Person>> people = memberships
                .in(group, visibility)
                .collectList()
                .flatMap(members -> lines.of(members, group, visibility));
        Mono<List<PeopleLines.Asker>> askers =
                requests.waiting(group, visibility).collectList().flatMap(lines::askers);
        return Mono.zip(people, askers)
                .map(found -> Pages.show(
                        "groups/people",
                        new People(
                                headers.inside(group, "people"),
                                found.getT1(),
                                found.getT2(),
                                GroupPolicy.mayNominate(visibility, group.id()),
                                visibility.isMember(group.id()),
                                done)));
    }

    record LeavePage(GroupHeader header) {}

    @GetMapping("/groups/{id}/leave")
    Mono<Rendering> askBeforeLeaving(@PathVariable String id, Visibility visibility) {
        return own(id, visibility).map(group -> Pages.show("groups/leave", new LeavePage(headers.outside(group))));
    }

    @PostMapping("/groups/{id}/leave")
    Mono<Rendering> leave(@PathVariable String id, Visibility visibility) {
        return own(id, visibility)
                .flatMap(group -> memberships.leave(group, visibility).thenReturn(Pages.seeOther("/groups?done=left")));
    }

    private Mono<Group> own(String id, Visibility visibility) {
        return groups.find(id, visibility).filter(group -> visibility.isMember(id));
    }

    /** @param back the page with the people that the viewer came from */
    record PersonPage(GroupHeader header, PersonName person, String back, List<Choice> roles) {}

    @GetMapping("/groups/{id}/people/{account}/remove")
    Mono<Rendering> whyRemove(@PathVariable String id, @PathVariable String account, Visibility visibility) {
        return led(id, visibility)
                .flatMap(group -> removePage(group, account, Form.of(ReasonForm.empty()), visibility));
    }

    @PostMapping("/groups/{id}/people/{account}/remove")
    Mono<Rendering> remove(
            @PathVariable String id, @PathVariable String account, Form<ReasonForm> form, Visibility visibility) {
        return led(id, visibility)
                .flatMap(group -> form.submit(
                        sent -> memberships
                                .remove(group, account, sent.reason(), visibility)
                                .thenReturn(Pages.seeOther(peopleOf(group, visibility) + "?done=removed")),
                        again -> removePage(group, account, again, visibility)));
    }

    private Mono<Rendering> removePage(Group group, String account, Form<ReasonForm> form, Visibility visibility) {
        return member(group, account, visibility)
                .flatMap(member -> personPage(group, account, visibility))
                .map(page -> Pages.show("groups/remove", page, form));
    }

    private Mono<Group> led(String id, Visibility visibility) {
        return groups.toLead(id, visibility).filter(group -> GroupPolicy.mayRemove(visibility, id));
    }

    /** @param role as in {@link GroupRole#slug} */
    record RoleForm(String role) implements Checked {
        RoleForm {
            role = InputText.clean(role);
        }

        @Override
        public void check(Errors errors) {
            if (Slug.find(GroupRole.class, role).isEmpty()) {
                errors.rejectValue("role", GroupRefusal.NO_ROLE_CHOSEN.messageKey());
            }
        }
    }

    @GetMapping("/groups/{id}/people/{account}/role")
    Mono<Rendering> whichRole(@PathVariable String id, @PathVariable String account, Visibility visibility) {
        return groups.toManage(id, visibility)
                .flatMap(group -> member(group, account, visibility)
                        .flatMap(member -> rolePage(
                                group,
                                account,
                                Form.of(new RoleForm(member.role().slug())),
                                visibility)));
    }

    @PostMapping("/groups/{id}/people/{account}/role")
    Mono<Rendering> changeRole(
            @PathVariable String id, @PathVariable String account, Form<RoleForm> form, Visibility visibility) {
        return groups.toManage(id, visibility)
                .flatMap(group -> form.submit(
                        sent -> Mono.justOrEmpty(Slug.find(GroupRole.class, sent.role()))
                                .flatMap(role -> memberships.changeRole(group, account, role, visibility))
                                .map(member -> Pages.seeOther("/groups/" + id + "/manage?done=role")),
                        again -> member(group, account, visibility)
                                .flatMap(member -> rolePage(group, account, again, visibility))));
    }

    private Mono<Rendering> rolePage(Group group, String account, Form<RoleForm> form, Visibility visibility) {
        return personPage(group, account, visibility).map(page -> Pages.show("groups/role", page, form));
    }

    private Mono<Membership> member(Group group, String account, Visibility visibility) {
        return memberships.find(group, account, visibility);
    }

    private Mono<PersonPage> personPage(Group group, String account, Visibility visibility) {
        return lines.name(account)
                .map(person ->
                        new PersonPage(headers.outside(group), person, peopleOf(group, visibility), roles(group)));
    }

    private List<Choice> roles(Group group) {
        return Arrays.stream(GroupRole.values())
                .filter(role -> role.foundIn(group.kind()))
                .map(role -> new Choice(role.slug(), headers.role(role), null))
                .toList();
    }

    /** The page with the people that this viewer came from. */
    private static String peopleOf(Group group, Visibility visibility) {
        return "/groups/" + group.id() + (visibility.mayRead(group.id()) ? "/people" : "/manage");
    }
}
