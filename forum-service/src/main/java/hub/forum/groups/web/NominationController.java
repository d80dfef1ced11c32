package hub.forum.groups.web;

import hub.forum.groups.Group;
import hub.forum.groups.GroupPolicy;
import hub.forum.groups.GroupRefusal;
import hub.forum.groups.GroupRole;
import hub.forum.groups.Groups;
import hub.forum.groups.Memberships;
import hub.forum.groups.Visibility;
import hub.platform.forms.Checked;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.identity.Accounts;
import hub.platform.identity.PersonName;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Nominating somebody: first letters of the name, then a choice of those found. */
@Controller
class NominationController {
    private static final int MOST_FOUND = 20;

    private final Groups groups;
    private final Memberships memberships;
    private final Accounts accounts;
    private final GroupHeaders headers;

    NominationController(Groups groups, Memberships memberships, Accounts accounts, GroupHeaders headers) {
        this.groups = groups;
        this.memberships = memberships;
        this.accounts = accounts;
        this.headers = headers;
    }

    /**
     * @param q how the name begins
     * @param role as in {@link GroupRole#slug}
     */
    record NominateForm(String q, String account, String role) implements Checked {
        NominateForm {
            q = InputText.clean(q);
            account = InputText.orEmpty(account);
            role = InputText.clean(role);
        }

        boolean searches() {
            return InputText.length(q) >= 2 && InputText.length(q) <= 60;
        }

        @Override
        public void check(Errors errors) {
            if (!q.isEmpty() && !searches()) {
                errors.rejectValue("q", "groups.nominate.q.length");
            }
        }
    }

    /**
     * @param people who was found
     * @param roles to choose from; none if only membership can be given
     */
    record Nomination(GroupHeader header, boolean searched, List<Choice> people, List<Choice> roles, String back) {}

    @GetMapping("/groups/{id}/nominate")
    Mono<Rendering> search(@PathVariable String id, Form<NominateForm> form, Visibility visibility) {
        return toNominate(id, visibility).flatMap(group -> page(group, form, visibility));
    }

    @PostMapping("/groups/{id}/nominate")
    Mono<Rendering> nominate(@PathVariable String id, Form<NominateForm> form, Visibility visibility) {
        return toNominate(id, visibility)
                .flatMap(group -> form.submit(
                        sent -> nominate(group, sent, visibility)
                                .thenReturn(Pages.seeOther(peopleOf(group, visibility) + "?done=nominated")),
                        again -> page(group, again, visibility)));
    }

    private Mono<?> nominate(Group group, NominateForm form, Visibility visibility) {
        if (form.account().isEmpty()) {
            return Mono.error(new Rejected(GroupRefusal.NOBODY_CHOSEN));
        }
        return Mono.justOrEmpty(Slug.find(GroupRole.class, form.role()))
                .switchIfEmpty(Mono.error(() -> new Rejected(GroupRefusal.NO_ROLE_CHOSEN)))
                .flatMap(role -> memberships.nominate(group, form.account(), role, visibility));
    }

    private Mono<Rendering> page(Group group, Form<NominateForm> form, Visibility visibility) {
        NominateForm sent = form.value();
        Mono<List<Choice>> found = sent.searches()
                ? accounts.approvedNamed(sent.q(), MOST_FOUND, visibility.viewer())
                        .filter(person ->
                                !person.id().equals(visibility.viewer().account()))
                        .map(NominationController::choice)
                        .collectList()
                : Mono.just(List.of());
        return found.map(people -> Pages.show(
                "groups/nominate",
                new Nomination(
                        headers.outside(group),
                        sent.searches(),
                        people,
                        roles(group, visibility),
                        peopleOf(group, visibility)),
                form));
    }

    private static Choice choice(PersonName person) {
        return new Choice(person.id(), person.name(), person.line().isEmpty() ? null : person.line());
    }

    private List<Choice> roles(Group group, Visibility visibility) {
        List<Choice> roles = Arrays.stream(GroupRole.values())
                .filter(role -> role.foundIn(group.kind()) && GroupPolicy.mayNominate(visibility, group.id(), role))
                .map(role -> new Choice(role.slug(), headers.role(role), null))
                .toList();
        return roles.size() == 1 ? List.of() : roles;
    }

    private Mono<Group> toNominate(String id, Visibility visibility) {
        return groups.toLead(id, visibility)
                .filter(group -> group.hasMembers() && GroupPolicy.mayNominate(visibility, id));
    }

    private static String peopleOf(Group group, Visibility visibility) {
        return "/groups/" + group.id() + (visibility.mayRead(group.id()) ? "/people" : "/manage");
    }
}
