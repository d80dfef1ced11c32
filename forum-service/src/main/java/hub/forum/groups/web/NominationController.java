package hub.forum.groups.web;

import hub.forum.groups.Group;
import hub.forum.groups.GroupRole;
import hub.forum.groups.Groups;
import hub.forum.groups.Memberships;
import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.platform.identity.Accounts;
import hub.platform.identity.PersonName;
import hub.platform.identity.Rejected;
import hub.platform.identity.Viewer;
import hub.platform.text.Lines;
import hub.platform.web.NotFound;
import hub.platform.web.Pages;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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
    private final Rights rights;
    private final GroupHeaders headers;

    NominationController(
            Groups groups, Memberships memberships, Accounts accounts, Rights rights, GroupHeaders headers) {
        this.groups = groups;
        this.memberships = memberships;
        this.accounts = accounts;
        this.rights = rights;
        this.headers = headers;
    }

    /**
     * @param q how the name begins
     * @param role as in {@link GroupRole#slug}
     */
    record NominateForm(String q, String account, String role) {
        NominateForm {
            q = Lines.clean(Typed.orEmpty(q));
            account = Typed.orEmpty(account);
            role = Typed.orEmpty(role);
        }

        boolean searches() {
            return Lines.length(q) >= 2 && Lines.length(q) <= 60;
        }
    }

    /**
     * @param people who was found
     * @param roles to choose from; none if only membership can be given
     */
    record Nomination(boolean searched, List<Option> people, List<Option> roles, String back) {}

    @GetMapping("/groups/{id}/nominate")
    Mono<Rendering> search(
            @PathVariable String id, @ModelAttribute("form") NominateForm form, BindingResult errors, Viewer viewer) {
        if (!form.q().isEmpty() && !form.searches()) {
            errors.rejectValue("q", "groups.nominate.q.length");
        }
        return rights.of(viewer)
                .flatMap(visibility -> toNominate(id, visibility)
                        .flatMap(group -> page(
                                group,
                                form,
                                visibility,
                                errors.hasErrors()
                                        ? Pages.mend("groups/nominate")
                                        : Rendering.view("groups/nominate"))));
    }

    @PostMapping("/groups/{id}/nominate")
    Mono<Rendering> nominate(
            @PathVariable String id, @ModelAttribute("form") NominateForm form, BindingResult errors, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> toNominate(id, visibility)
                        .flatMap(group -> nominate(group, form, visibility)
                                .thenReturn(Pages.seeOther(peopleOf(group, visibility) + "?done=nominated"))
                                .onErrorResume(Rejected.class, refusal -> {
                                    Pages.reject(errors, fieldOf(refusal), refusal);
                                    return page(group, form, visibility, Pages.mend("groups/nominate"));
                                })));
    }

    private Mono<?> nominate(Group group, NominateForm form, Visibility visibility) {
        if (form.account().isEmpty()) {
            return Mono.error(new Rejected("groups.nominate.account.missing"));
        }
        return Mono.justOrEmpty(GroupRole.find(form.role()))
                .switchIfEmpty(Mono.error(() -> new Rejected("groups.nominate.role.missing")))
                .flatMap(role -> memberships.nominate(group, form.account(), role, visibility));
    }

    private static String fieldOf(Rejected refusal) {
        return refusal.messageKey().equals("groups.nominate.role.missing") ? "role" : "account";
    }

    private Mono<Rendering> page(Group group, NominateForm form, Visibility visibility, Rendering.Builder<?> page) {
        Mono<List<Option>> found = form.searches()
                ? accounts.approvedNamed(form.q(), MOST_FOUND, visibility.viewer())
                        .filter(person ->
                                !person.id().equals(visibility.viewer().account()))
                        .map(NominationController::option)
                        .collectList()
                : Mono.just(List.of());
        return found.map(people -> page.modelAttribute("header", headers.outside(group))
                .modelAttribute(
                        "page",
                        new Nomination(form.searches(), people, roles(group, visibility), peopleOf(group, visibility)))
                .build());
    }

    private static Option option(PersonName person) {
        return new Option(person.id(), person.name(), person.line().isEmpty() ? null : person.line());
    }

    private List<Option> roles(Group group, Visibility visibility) {
        List<Option> roles = Arrays.stream(GroupRole.values())
                .filter(role -> role.foundIn(group.kind()) && visibility.mayNominate(group.id(), role))
                .map(role -> new Option(role.slug(), headers.role(role), null))
                .toList();
        return roles.size() == 1 ? List.of() : roles;
    }

    private Mono<Group> toNominate(String id, Visibility visibility) {
        return groups.toLead(id, visibility)
                .filter(group -> group.hasMembers() && visibility.mayNominate(id))
                .switchIfEmpty(Mono.error(NotFound::new));
    }

    private static String peopleOf(Group group, Visibility visibility) {
        return "/groups/" + group.id() + (visibility.mayRead(group.id()) ? "/people" : "/manage");
    }
}
