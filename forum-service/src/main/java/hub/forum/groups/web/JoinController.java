package hub.forum.groups.web;

import hub.forum.groups.Group;
import hub.forum.groups.GroupPolicy;
import hub.forum.groups.GroupRefusal;
import hub.forum.groups.Groups;
import hub.forum.groups.JoinRequest;
import hub.forum.groups.JoinRequests;
import hub.forum.groups.Visibility;
import hub.platform.forms.Form;
import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.guard.Careful;
import hub.platform.identity.PersonName;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.platform.text.InputText;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Asking to join a closed group, and the answer. */
@Controller
class JoinController {
    private final Groups groups;
    private final JoinRequests requests;
    private final GroupHeaders headers;
    private final PeopleLines lines;

    JoinController(Groups groups, JoinRequests requests, GroupHeaders headers, PeopleLines lines) {
        this.groups = groups;
        this.requests = requests;
        this.headers = headers;
        this.lines = lines;
    }

    /** @param text what the asker says to whoever decides */
    record AskForm(
            @Careful @Text(most = 500, message = "groups.ask.words.length")
            String text,

            String formKey) {
        AskForm {
            text = InputText.cleanText(text).strip();
            formKey = FormKey.orFresh(formKey);
        }
    }

    record AskPage(GroupHeader header) {}

    @GetMapping("/groups/{id}/ask")
    Mono<Rendering> form(@PathVariable String id, Visibility visibility) {
        return toAsk(id, visibility).map(group -> askPage(group, Form.of(new AskForm("", ""))));
    }

    @PostMapping("/groups/{id}/ask")
    Mono<Rendering> ask(@PathVariable String id, Form<AskForm> form, Visibility visibility) {
        return toAsk(id, visibility)
                .flatMap(group -> form.submit(
                        sent -> requests.ask(group, sent.text(), sent.formKey(), visibility)
                                .thenReturn(Pages.seeOther("/groups?done=asked")),
                        again -> Mono.just(askPage(group, again))));
    }

    private Rendering askPage(Group group, Form<AskForm> form) {
        return Pages.show("groups/ask", new AskPage(headers.outside(group)), form);
    }

    @PostMapping("/groups/{id}/ask/withdraw")
    Mono<Rendering> withdraw(@PathVariable String id, Visibility visibility) {
        return groups.find(id, visibility)
                .flatMap(group ->
                        requests.withdraw(group, visibility).thenReturn(Pages.seeOther("/groups?done=withdrawn")));
    }

    private Mono<Group> toAsk(String id, Visibility visibility) {
        return groups.find(id, visibility).filter(group -> GroupPolicy.mayAsk(visibility, group));
    }

    @PostMapping("/groups/{id}/requests/{request}/accept")
    Mono<Rendering> accept(@PathVariable String id, @PathVariable String request, Visibility visibility) {
        return groups.toRead(id, visibility)
                .flatMap(group -> requests.accept(group, request, visibility)
                        .thenReturn(Pages.seeOther("/groups/" + id + "/people?done=accepted"))
                        .onErrorResume(Rejected.class, refusal -> Mono.just(cannot(group, refusal))));
    }

    /** @param why a finished sentence */
    record CannotPage(GroupHeader header, String why) {}

    /** There is nothing to mend in what was sent: things are as they are, and the page says so. */
    private Rendering cannot(Group group, Rejected refusal) {
        return Pages.refuse(
                "groups/cannot",
                new CannotPage(headers.outside(group), headers.say(refusal.messageKey(), refusal.arguments())));
    }

    record DeclinePage(GroupHeader header, String request, PersonName person) {}

    @GetMapping("/groups/{id}/requests/{request}/decline")
    Mono<Rendering> whyDecline(@PathVariable String id, @PathVariable String request, Visibility visibility) {
        return groups.toRead(id, visibility)
                .flatMap(group -> openRequest(group, request, visibility)
                        .flatMap(open -> declinePage(group, open, Form.of(ReasonForm.empty())))
                        .onErrorResume(Rejected.class, refusal -> Mono.just(cannot(group, refusal))));
    }

    @PostMapping("/groups/{id}/requests/{request}/decline")
    Mono<Rendering> decline(
            @PathVariable String id, @PathVariable String request, Form<ReasonForm> form, Visibility visibility) {
        return groups.toRead(id, visibility)
                .flatMap(group -> openRequest(group, request, visibility)
                        .flatMap(open -> form.hasErrors()
                                ? declinePage(group, open, form)
                                : requests.decline(group, request, form.value().reason(), visibility)
                                        .thenReturn(Pages.seeOther("/groups/" + id + "/people?done=declined")))
                        .onErrorResume(Rejected.class, refusal -> Mono.just(cannot(group, refusal))));
    }

    private Mono<JoinRequest> openRequest(Group group, String request, Visibility visibility) {
        return requests.find(group, request, visibility)
                .filter(JoinRequest::open)
                .switchIfEmpty(Mono.error(() -> new Rejected(GroupRefusal.REQUEST_OVER)));
    }

    private Mono<Rendering> declinePage(Group group, JoinRequest request, Form<ReasonForm> form) {
        return lines.name(request.account())
                .map(person -> Pages.show(
                        "groups/decline", new DeclinePage(headers.outside(group), request.id(), person), form));
    }
}
