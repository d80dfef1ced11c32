package hub.forum.groups.web;

import hub.forum.groups.Group;
import hub.forum.groups.GroupDetails;
import hub.forum.groups.Groups;
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

/** Groups as administrators see them: what they are and who is in them, nothing that was said there. */
@Controller
class RegisterController {
    private static final int PAGE = 50;

    private final Groups groups;
    private final Memberships memberships;
    private final Rights rights;
    private final GroupHeaders headers;
    private final PeopleLines lines;

    RegisterController(Groups groups, Memberships memberships, Rights rights, GroupHeaders headers, PeopleLines lines) {
        this.groups = groups;
        this.memberships = memberships;
        this.rights = rights;
        this.headers = headers;
        this.lines = lines;
    }

    record Row(String href, String name, String about) {}

    record Register(
            List<Row> rows,
            @Nullable String first,
            @Nullable String next) {}

    @GetMapping("/groups/register")
    Mono<Rendering> register(@RequestParam(required = false) @Nullable String after, Viewer viewer) {
        return rights.of(viewer)
                .doOnNext(Visibility::requireManager)
                .flatMap(visibility ->
                        groups.register(after, PAGE + 1, visibility).collectList())
                .map(found -> Rendering.view("groups/register")
                        .modelAttribute("page", page(found, after))
                        .build());
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

    record Managed(
            String privacy,
            List<PeopleLines.Person> people,
            boolean hasMembers,
            boolean mayRead,
            @Nullable String done) {}

    @GetMapping("/groups/{id}/manage")
    Mono<Rendering> manage(@PathVariable String id, @RequestParam(defaultValue = "") String done, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> toManage(id, visibility)
                        .flatMap(group -> memberships
                                .in(group, visibility)
                                .collectList()
                                .flatMap(members -> lines.of(members, group, visibility))
                                .map(people -> Rendering.view("groups/manage")
                                        .modelAttribute("header", headers.outside(group))
                                        .modelAttribute(
                                                "page",
                                                new Managed(
                                                        headers.privacy(group.privacy()),
                                                        people,
                                                        group.hasMembers(),
                                                        visibility.mayRead(id),
                                                        headers.done(done)))
                                        .build())));
    }

    @GetMapping("/groups/new")
    Mono<Rendering> begin(Viewer viewer) {
        return rights.of(viewer)
                .doOnNext(Visibility::requireManager)
                .map(visibility -> form(Rendering.view("groups/form"), null)
                        .modelAttribute("form", GroupForm.empty())
                        .build());
    }

    @PostMapping("/groups/new")
    Mono<Rendering> create(@ModelAttribute("form") GroupForm form, BindingResult errors, Viewer viewer) {
        GroupDetails details = form.check(null, errors);
        return rights.of(viewer)
                .doOnNext(Visibility::requireManager)
                .flatMap(visibility -> details == null
                        ? Mono.just(form(Pages.mend("groups/form"), null).build())
                        : groups.create(details, form.formKey(), visibility)
                                .map(group -> Pages.seeOther("/groups/" + group.id() + "/manage?done=saved")));
    }

    @GetMapping("/groups/{id}/edit")
    Mono<Rendering> edit(@PathVariable String id, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> toManage(id, visibility))
                .map(group -> form(Rendering.view("groups/form"), group)
                        .modelAttribute("form", GroupForm.of(group))
                        .build());
    }

    @PostMapping("/groups/{id}/edit")
    Mono<Rendering> save(
            @PathVariable String id, @ModelAttribute("form") GroupForm form, BindingResult errors, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(
                        visibility -> toManage(id, visibility).flatMap(group -> save(group, form, errors, visibility)));
    }

    private Mono<Rendering> save(Group group, GroupForm form, BindingResult errors, Visibility visibility) {
        GroupDetails details = form.check(group.kind(), errors);
        if (details == null) {
            return Mono.just(form(Pages.mend("groups/form"), group).build());
        }
        return groups.edit(group.id(), details, form.seenVersion(), visibility)
                .map(saved -> Pages.seeOther("/groups/" + saved.id() + "/manage?done=saved"))
                .onErrorResume(Rejected.class, refusal -> {
                    Pages.reject(errors, "agreement", refusal);
                    return Mono.just(
                            form(Pages.changedMeanwhile("groups/form"), group).build());
                });
    }

    private Mono<Group> toManage(String id, Visibility visibility) {
        return groups.toManage(id, visibility).switchIfEmpty(Mono.error(NotFound::new));
    }

    /**
     * What the form's page needs beside the form.
     *
     * @param action where it is sent
     * @param name of the group that is changed; null for a new one
     * @param kind in words, where it is fixed; null for a new one
     */
    record FormPage(
            String action, @Nullable String name, @Nullable String kind, List<Option> kinds, List<Option> privacies) {}

    private Rendering.Builder<?> form(Rendering.Builder<?> page, @Nullable Group group) {
        List<Option> kinds = Arrays.stream(Group.Kind.values())
                .map(kind -> new Option(
                        kind.slug(), headers.kind(kind), headers.say("groups.form.kind." + kind.slug() + ".hint")))
                .toList();
        List<Option> privacies = Arrays.stream(Group.Privacy.values())
                .filter(privacy -> group == null || Group.allows(group.kind(), privacy))
                .map(privacy -> new Option(
                        privacy.slug(),
                        headers.privacy(privacy),
                        headers.say("groups.form.privacy." + privacy.slug() + ".hint")))
                .toList();
        FormPage about = group == null
                ? new FormPage("/groups/new", null, null, kinds, privacies)
                : new FormPage(
                        "/groups/" + group.id() + "/edit", group.name(), headers.kind(group.kind()), kinds, privacies);
        return page.modelAttribute("page", about);
    }
}
