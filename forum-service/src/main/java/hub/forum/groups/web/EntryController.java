package hub.forum.groups.web;

import hub.forum.groups.Group;
import hub.forum.groups.ModeratorEntries;
import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.platform.identity.Rejected;
import hub.platform.identity.Viewer;
import hub.platform.web.NotFound;
import hub.platform.web.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The door of a private group, for a moderator with a reason. Nobody else can tell that there is one. */
@Controller
class EntryController {
    private final ModeratorEntries entries;
    private final Rights rights;
    private final GroupHeaders headers;

    EntryController(ModeratorEntries entries, Rights rights, GroupHeaders headers) {
        this.entries = entries;
        this.rights = rights;
        this.headers = headers;
    }

    @GetMapping("/groups/{id}/enter")
    Mono<Rendering> why(@PathVariable String id, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> door(id, visibility)
                        .map(group -> inside(group, visibility)
                                ? Pages.seeOther(group.path())
                                : Rendering.view("groups/enter")
                                        .modelAttribute("header", headers.outside(group))
                                        .modelAttribute("form", ReasonForm.empty())
                                        .build()));
    }

    @PostMapping("/groups/{id}/enter")
    Mono<Rendering> enter(
            @PathVariable String id, @ModelAttribute("form") ReasonForm form, BindingResult errors, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> door(id, visibility)
                        .flatMap(group -> inside(group, visibility)
                                ? Mono.just(Pages.seeOther(group.path()))
                                : enter(group, form, errors, viewer)));
    }

    private Mono<Rendering> enter(Group group, ReasonForm form, BindingResult errors, Viewer viewer) {
        return entries.enter(group.id(), form.reason(), form.formKey(), viewer)
                .thenReturn(Pages.seeOther(group.path()))
                .onErrorResume(Rejected.class, refusal -> {
                    Pages.reject(errors, "reason", refusal);
                    return Mono.just(Pages.mend("groups/enter")
                            .modelAttribute("header", headers.outside(group))
                            .build());
                });
    }

    private Mono<Group> door(String id, Visibility visibility) {
        return entries.door(id, visibility).switchIfEmpty(Mono.error(NotFound::new));
    }

    /** A member, or one who came in already, needs no entry. */
    private static boolean inside(Group group, Visibility visibility) {
        return visibility.isMember(group.id()) || visibility.mayRead(group.id());
    }
}
