package hub.forum.groups.web;

import hub.forum.groups.Group;
import hub.forum.groups.Groups;
import hub.forum.groups.JoinRequest;
import hub.forum.groups.JoinRequests;
import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.platform.identity.Rejected;
import hub.platform.identity.Viewer;
import hub.platform.web.FormKey;
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

/** Asking to join a closed group, and the answer. */
@Controller
class JoinController {
    private final Groups groups;
    private final JoinRequests requests;
    private final Rights rights;
    private final GroupHeaders headers;
    private final PeopleLines lines;

    JoinController(Groups groups, JoinRequests requests, Rights rights, GroupHeaders headers, PeopleLines lines) {
        this.groups = groups;
        this.requests = requests;
        this.rights = rights;
        this.headers = headers;
        this.lines = lines;
    }

    /** @param text what the asker says to whoever decides; the name under which the sign-in gives it back */
    record AskForm(String text, String formKey) {
        AskForm {
            text = Typed.orEmpty(text);
            formKey = FormKey.orFresh(Typed.orEmpty(formKey));
        }
    }

    @GetMapping("/groups/{id}/ask")
    Mono<Rendering> form(@PathVariable String id, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> toAsk(id, visibility))
                .map(group -> Rendering.view("groups/ask")
                        .modelAttribute("header", headers.outside(group))
                        .modelAttribute("form", new AskForm("", ""))
                        .build());
    }

    @PostMapping("/groups/{id}/ask")
    Mono<Rendering> ask(
            @PathVariable String id, @ModelAttribute("form") AskForm form, BindingResult errors, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> toAsk(id, visibility)
                        .flatMap(group -> requests.ask(group, form.text(), form.formKey(), visibility)
                                .thenReturn(Pages.seeOther("/groups?done=asked"))
                                .onErrorResume(Rejected.class, refusal -> {
                                    Pages.reject(errors, "text", refusal);
                                    return Mono.just(Pages.mend("groups/ask")
                                            .modelAttribute("header", headers.outside(group))
                                            .build());
                                })));
    }

    @PostMapping("/groups/{id}/ask/withdraw")
    Mono<Rendering> withdraw(@PathVariable String id, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> groups.find(id, visibility)
                        .switchIfEmpty(Mono.error(NotFound::new))
                        .flatMap(group -> requests.withdraw(group, visibility)))
                .thenReturn(Pages.seeOther("/groups?done=withdrawn"));
    }

    private Mono<Group> toAsk(String id, Visibility visibility) {
        return groups.find(id, visibility).filter(visibility::mayAsk).switchIfEmpty(Mono.error(NotFound::new));
    }

    @PostMapping("/groups/{id}/requests/{request}/accept")
    Mono<Rendering> accept(@PathVariable String id, @PathVariable String request, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> groups.toRead(id, visibility)
                        .flatMap(group -> requests.accept(group, request, visibility)
                                .thenReturn(Pages.seeOther("/groups/" + id + "/people?done=accepted"))
                                .onErrorResume(Rejected.class, refusal -> cannot(group, refusal))));
    }

    /** There is nothing to mend in what was sent: things are as they are, and the page says so. */
    private Mono<Rendering> cannot(Group group, Rejected refusal) {
        return Mono.just(Pages.changedMeanwhile("groups/cannot")
                .modelAttribute("header", headers.outside(group))
                .modelAttribute("why", headers.say(refusal.messageKey(), refusal.arguments()))
                .build());
    }

    @GetMapping("/groups/{id}/requests/{request}/decline")
    Mono<Rendering> whyDecline(@PathVariable String id, @PathVariable String request, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> groups.toRead(id, visibility)
                        .flatMap(group -> requests.find(group, request, visibility)
                                .filter(JoinRequest::open)
                                .switchIfEmpty(Mono.error(() -> new Rejected("groups.request.over")))
                                .flatMap(open -> declinePage(group, open, Rendering.view("groups/decline")))
                                .map(page -> page.modelAttribute("form", ReasonForm.empty())
                                        .build())
                                .onErrorResume(Rejected.class, refusal -> cannot(group, refusal))));
    }

    @PostMapping("/groups/{id}/requests/{request}/decline")
    Mono<Rendering> decline(
            @PathVariable String id,
            @PathVariable String request,
            @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> groups.toRead(id, visibility)
                        .flatMap(group -> requests.decline(group, request, form.reason(), visibility)
                                .thenReturn(Pages.seeOther("/groups/" + id + "/people?done=declined"))
                                .onErrorResume(
                                        Rejected.class,
                                        refusal -> declinedOrNot(group, request, visibility, refusal, errors))));
    }

    private Mono<Rendering> declinedOrNot(
            Group group, String id, Visibility visibility, Rejected refusal, BindingResult errors) {
        return requests.find(group, id, visibility)
                .filter(JoinRequest::open)
                .flatMap(open -> {
                    Pages.reject(errors, "reason", refusal);
                    return declinePage(group, open, Pages.mend("groups/decline"));
                })
                .<Rendering>map(Rendering.Builder::build)
                .switchIfEmpty(cannot(group, refusal));
    }

    private Mono<Rendering.Builder<?>> declinePage(Group group, JoinRequest open, Rendering.Builder<?> page) {
        return lines.name(open.account())
                .map(name -> page.modelAttribute("header", headers.outside(group))
                        .modelAttribute("person", name)
                        .modelAttribute("request", open.id()));
    }
}
