package hub.forum.accounts.web;

import hub.forum.accounts.AccountDesk;
import hub.forum.accounts.web.AccountForms.Invitation;
import hub.forum.accounts.web.AccountForms.NewLink;
import hub.forum.accounts.web.AccountForms.Person;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.identity.Account;
import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import hub.platform.pages.NotFound;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.platform.text.Slug;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** People and their accounts, for administrators. For everybody else these addresses do not exist. */
@Controller
class AccountController {
    private static final int PAGE = 50;
    private static final Set<String> DONE = Set.of("saved", "approved", "suspended", "ended");

    private final AccountDesk desk;
    private final MessageSource messages;

    AccountController(AccountDesk desk, MessageSource messages) {
        this.desk = desk;
        this.messages = messages;
    }

    record StateLink(String href, String text, boolean here) {}

    /** @param more where the next page is; empty on the last */
    record ListPage(List<Account> people, List<StateLink> states, boolean canInvite, String more) {}

    @GetMapping("/accounts")
    Mono<Rendering> list(
            @RequestParam(defaultValue = "awaiting") String state,
            @RequestParam(defaultValue = "") String afterName,
            @RequestParam(defaultValue = "") String afterId,
            Viewer viewer) {
        Approval approval = Slug.find(Approval.class, state).orElseThrow(NotFound::new);
        return desk.list(approval, afterName, afterId, PAGE + 1, viewer)
                .collectList()
                .map(found -> {
                    List<Account> page = found.subList(0, Math.min(PAGE, found.size()));
                    String more = found.size() > PAGE ? after(page.getLast(), approval) : "";
                    return Pages.show("accounts/list", new ListPage(page, states(approval), desk.canInvite(), more));
                });
    }

    private List<StateLink> states(Approval here) {
        return Arrays.stream(Approval.values())
                .map(state -> new StateLink(
                        "/accounts?state=" + state.slug(), say("accounts.state." + state.slug()), state == here))
                .toList();
    }

    private static String after(Account last, Approval approval) {
        return UriComponentsBuilder.fromPath("/accounts")
                .queryParam("state", approval.slug())
                .queryParam("afterName", "{name}")
                .queryParam("afterId", last.id())
                .encode()
                .buildAndExpand(last.name())
                .toUriString();
    }

    /** @param done what an administrator has just done, as in {@link #DONE}; or empty */
    record PersonPage(Account account, List<Choice> roles, List<Choice> workers, String done, boolean canInvite) {}

    @GetMapping("/accounts/{id}")
    Mono<Rendering> person(@PathVariable String id, @RequestParam(defaultValue = "") String done, Viewer viewer) {
        return desk.find(id, viewer)
                .flatMap(account ->
                        asItIs(account).flatMap(form -> page(account, form, DONE.contains(done) ? done : "", viewer)));
    }

    @PostMapping("/accounts/{id}")
    Mono<Rendering> change(@PathVariable String id, Form<Person> form, Viewer viewer) {
        return form.submit(
                sent -> desk.change(id, sent.details(), sent.worker(), viewer)
                        .map(account -> Pages.seeOther("/accounts/" + id + "?done=saved")),
                again -> desk.find(id, viewer).flatMap(account -> page(account, again, "", viewer)));
    }

    @PostMapping("/accounts/{id}/approve")
    Mono<Rendering> approve(@PathVariable String id, Viewer viewer) {
        return act(id, viewer, desk::approve);
    }

    @PostMapping("/accounts/{id}/suspend")
    Mono<Rendering> suspend(@PathVariable String id, Viewer viewer) {
        return act(id, viewer, desk::suspend);
    }

    @PostMapping("/accounts/{id}/end")
    Mono<Rendering> end(@PathVariable String id, Viewer viewer) {
        return act(id, viewer, desk::end);
    }

    private Mono<Rendering> act(String id, Viewer viewer, BiFunction<String, Viewer, Mono<Account>> what) {
        return what.apply(id, viewer)
                .map(account -> Pages.seeOther(
                        "/accounts/" + id + "?done=" + account.approval().slug()))
                .onErrorResume(
                        Rejected.class,
                        refusal -> desk.find(id, viewer)
                                .flatMap(account -> asItIs(account)
                                        .flatMap(form -> page(account, form.refused(refusal), "", viewer))));
    }

    private Mono<Form<Person>> asItIs(Account account) {
        return desk.workerOf(account).map(worker -> Form.of(Person.of(account, worker)));
    }

    private Mono<Rendering> page(Account account, Form<Person> form, String done, Viewer viewer) {
        return desk.socialWorkers(viewer)
                .map(workers -> workers.stream()
                        .map(worker -> new Choice(worker.id(), worker.name(), null))
                        .toList())
                .map(workers -> Pages.show(
                        "accounts/person",
                        new PersonPage(account, roles(), workers, done, desk.canInvite() && account.identity() != null),
                        form));
    }

    record InvitePage(List<Choice> roles) {}

    @GetMapping("/accounts/invite")
    Mono<Rendering> inviteForm(Viewer viewer) {
        return mayInvite(viewer) ? invitePage(Form.of(Invitation.empty())) : Mono.empty();
    }

    @PostMapping("/accounts/invite")
    Mono<Rendering> invite(Form<Invitation> form, Viewer viewer) {
        return mayInvite(viewer)
                ? form.submit(
                        sent -> desk.invite(sent.details(), sent.email(), viewer)
                                .map(AccountController::invited),
                        this::invitePage)
                : Mono.empty();
    }

    private Mono<Rendering> invitePage(Form<Invitation> form) {
        return Mono.just(Pages.show("accounts/invite", new InvitePage(roles()), form));
    }

    private boolean mayInvite(Viewer viewer) {
        return viewer.administrator() && desk.canInvite();
    }

    record LinkPage(Account account) {}

    @GetMapping("/accounts/{id}/link")
    Mono<Rendering> whyNewLink(@PathVariable String id, Viewer viewer) {
        return linkPage(id, Form.of(new NewLink("")), viewer);
    }

    @PostMapping("/accounts/{id}/link")
    Mono<Rendering> newLink(@PathVariable String id, Form<NewLink> form, Viewer viewer) {
        return form.submit(
                sent -> desk.inviteAgain(id, sent.reason(), viewer).map(AccountController::invited),
                again -> linkPage(id, again, viewer));
    }

    private Mono<Rendering> linkPage(String id, Form<NewLink> form, Viewer viewer) {
        return desk.find(id, viewer)
                .filter(account -> desk.canInvite() && account.identity() != null)
                .map(account -> Pages.show("accounts/link", new LinkPage(account), form));
    }

    /**
     * @param link empty where it was mailed
     * @param back to the account
     */
    record InvitedPage(String name, String link, String email, String back, boolean mailed) {}

    /** The link is shown once, in the answer itself: it is kept nowhere, so there is nothing to redirect to. */
    private static Rendering invited(AccountDesk.Invited invited) {
        Account account = invited.account();
        return Pages.show(
                "accounts/invited",
                new InvitedPage(
                        account.name(),
                        invited.mailed() ? "" : invited.link().toString(),
                        String.valueOf(account.email()),
                        "/accounts/" + account.id(),
                        invited.mailed()));
    }

    private List<Choice> roles() {
        return Arrays.stream(Role.values())
                .map(role -> new Choice(role.slug(), say("role." + role.slug()), null))
                .toList();
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.UK);
    }
}
