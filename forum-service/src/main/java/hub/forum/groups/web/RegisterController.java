package hub.forum.groups.web;

import hub.forum.groups.Group;
import hub.forum.groups.Groups;
import hub.forum.groups.Memberships;
import hub.forum.groups.Visibility;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.forms.FormRules;
import hub.platform.pages.Pages;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Groups as administrators see them: what they are and who is in them, nothing that was said there. */
@Controller
class RegisterController {
    private static final int PAGE = 50;

    private final Groups groups;
    private final Memberships memberships;
    private final GroupHeaders headers;
    private final PeopleLines lines;
    private final FormRules rules;

    RegisterController(
            Groups groups, Memberships memberships, GroupHeaders headers, PeopleLines lines, FormRules rules) {
        this.groups = groups;
        this.memberships = memberships;
        this.headers = headers;
        this.lines = lines;
        this.rules = rules;
    }

    record Row(String href, String name, String about) {}

    record Register(
            List<Row> rows,
            @Nullable String first,
            @Nullable String next) {}

    @GetMapping("/groups/register")
    Mono<Rendering> register(@RequestParam(required = false) @Nullable String after, Visibility visibility) {
        visibility.requireManager();
        return groups.register(after, PAGE + 1, visibility)
                .collectList()
                .map(found -> Pages.show("groups/register", page(found, after)));
    }

    private Register page(List<Group> found, @Nullable String after) {
        List<Group> shown = found.subList(0, Math.min(PAGE, found.size()));
        String next = found.size() > PAGE
                ? "/groups/register?after=" + shown.getLast().id()
                : null;
        return new Register(shown.stream().map(this::row).toList(), after == null ? null : "/groups/register", next);
    }

    private Row row(Group group) {
        String people = group.hasMembers()
                ? headers.say("groups.register.people", group.readers().all())
                : headers.say("groups.register.everyone");
        return new Row(
                "/groups/" + group.id() + "/manage",
                group.name(),
                String.join(" · ", headers.kind(group.kind()), headers.privacy(group.privacy()), people));
    }

    /** @param done what was just done, a finished sentence; null if nothing was */
    record Managed(
            GroupHeader header,
            String privacy,
            List<PeopleLines.Person> people,
            boolean hasMembers,
            boolean mayRead,
            @Nullable String done) {}

    @GetMapping("/groups/{id}/manage")
    Mono<Rendering> manage(
            @PathVariable String id, @RequestParam(defaultValue = "") String done, Visibility visibility) {
        return groups.toManage(id, visibility)
                .flatMap(group -> memberships
                        .in(group, visibility)
                        .collectList()
                        .flatMap(members -> lines.of(members, group, visibility))
                        .map(people -> Pages.show(
                                "groups/manage",
                                new Managed(
                                        headers.outside(group),
                                        headers.privacy(group.privacy()),
                                        people,
                                        group.hasMembers(),
                                        visibility.mayRead(id),
                                        headers.done(done)))));
    }

    @GetMapping("/groups/new")
    Mono<Rendering> begin(Visibility visibility) {
        visibility.requireManager();
        return Mono.just(formPage(null, Form.of(GroupForm.empty())));
    }

    @PostMapping("/groups/new")
    Mono<Rendering> create(Form<GroupForm> form, Visibility visibility) {
        visibility.requireManager();
        return form.submit(
                sent -> groups.create(sent.details(), form.once(), visibility)
                        .map(group -> Pages.seeOther("/groups/" + group.id() + "/manage?done=saved")),
                again -> Mono.just(formPage(null, again)));
    }

    @GetMapping("/groups/{id}/edit")
    Mono<Rendering> edit(@PathVariable String id, Visibility visibility) {
        return groups.toManage(id, visibility).map(group -> formPage(group, Form.of(GroupForm.of(group))));
    }

    @PostMapping("/groups/{id}/edit")
    Mono<Rendering> save(@PathVariable String id, Form<GroupForm> form, Visibility visibility) {
        return groups.toManage(id, visibility)
                .flatMap(group -> rules.checked(form.value().ofKind(group.kind()))
                        .submit(
                                sent -> groups.edit(id, sent.details(), sent.seenVersion(), visibility)
                                        .map(saved -> Pages.seeOther("/groups/" + id + "/manage?done=saved")),
                                again -> Mono.just(formPage(group, again))));
    }

    /**
     * What the form's page needs beside the form.
     *
     * @param action where it is sent
     * @param name of the group that is changed; null for a new one
     * @param kind in words, where it is fixed; null for a new one
     */
    record FormPage(
            String action, @Nullable String name, @Nullable String kind, List<Choice> kinds, List<Choice> privacies) {}

    private Rendering formPage(@Nullable Group group, Form<GroupForm> form) {
        List<Choice> kinds = Group.Kind.managed().stream()
                .map(kind -> new Choice(
                        kind.slug(), headers.kind(kind), headers.say("groups.form.kind." + kind.slug() + ".hint")))
                .toList();
        List<Choice> privacies = Arrays.stream(Group.Privacy.values())
                .filter(privacy -> group == null || Group.allows(group.kind(), privacy))
                .map(privacy -> new Choice(
                        privacy.slug(),
                        headers.privacy(privacy),
                        headers.say("groups.form.privacy." + privacy.slug() + ".hint")))
                .toList();
        FormPage about = group == null
                ? new FormPage("/groups/new", null, null, kinds, privacies)
                : new FormPage(
                        "/groups/" + group.id() + "/edit", group.name(), headers.kind(group.kind()), kinds, privacies);
        return Pages.show("groups/form", about, form);
    }
}
