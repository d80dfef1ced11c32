package hub.forum.accounts.web;

import hub.forum.accounts.AccountDesk;
import hub.platform.identity.Account;
import hub.platform.identity.Approval;
import hub.platform.identity.Rejected;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import hub.platform.web.NotFound;
import hub.platform.web.Pages;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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

    @GetMapping("/accounts")
    Mono<Rendering> list(
            @RequestParam(defaultValue = "awaiting") String state,
            @RequestParam(defaultValue = "") String afterName,
            @RequestParam(defaultValue = "") String afterId,
            Viewer viewer) {
        Approval approval = Arrays.stream(Approval.values())
                .filter(known -> known.slug().equals(state))
                .findFirst()
                .orElseThrow(NotFound::new);
        return desk.list(approval, afterName, afterId, PAGE + 1, viewer)
                .collectList()
                .map(found -> {
                    List<Account> page = found.subList(0, Math.min(PAGE, found.size()));
                    return Rendering.view("accounts/list")
                            .modelAttribute("people", page)
                            .modelAttribute("states", states(approval))
                            .modelAttribute("canInvite", desk.canInvite())
                            .modelAttribute("more", found.size() > PAGE ? after(page.getLast(), approval) : "")
                            .build();
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

    @GetMapping("/accounts/{id}")
    Mono<Rendering> person(@PathVariable String id, @RequestParam(defaultValue = "") String done, Viewer viewer) {
        return page(
                Rendering.view("accounts/person").modelAttribute("done", DONE.contains(done) ? done : ""),
                id,
                null,
                null,
                viewer);
    }

    @PostMapping("/accounts/{id}")
    Mono<Rendering> change(
            @PathVariable String id,
            @ModelAttribute("form") AccountForms.Person form,
            BindingResult errors,
            Viewer viewer) {
        form.check(errors);
        if (errors.hasErrors()) {
            return page(Pages.mend("accounts/person"), id, form, null, viewer);
        }
        return desk.change(id, form.details(), viewer)
                .map(account -> Pages.seeOther("/accounts/" + id + "?done=saved"))
                .onErrorResume(Rejected.class, refusal -> {
                    Pages.reject(errors, fieldOf(refusal), refusal);
                    return page(Pages.changedMeanwhile("accounts/person"), id, form, null, viewer);
                });
    }

    private static String fieldOf(Rejected refusal) {
        return refusal.messageKey().startsWith("accounts.household.") ? "household" : "roles";
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
                        refusal -> page(
                                Pages.changedMeanwhile("accounts/person"),
                                id,
                                null,
                                say(refusal.messageKey()),
                                viewer));
    }

    private Mono<Rendering> page(
            Rendering.Builder<?> page,
            String id,
            AccountForms.@Nullable Person form,
            @Nullable String refusal,
            Viewer viewer) {
        return desk.find(id, viewer)
                .switchIfEmpty(Mono.error(NotFound::new))
                .map(account -> page.modelAttribute("account", account)
                        .modelAttribute("form", form == null ? AccountForms.Person.of(account) : form)
                        .modelAttribute("refusal", refusal == null ? "" : refusal)
                        .modelAttribute("roles", roles())
                        .modelAttribute("canInvite", desk.canInvite() && account.identity() != null)
                        .build());
    }

    @GetMapping("/accounts/invite")
    Mono<Rendering> inviteForm(Viewer viewer) {
        return mayInvite(viewer)
                .thenReturn(Rendering.view("accounts/invite")
                        .modelAttribute("form", new AccountForms.Invitation("", "", "", "", java.util.Set.of("carer")))
                        .modelAttribute("roles", roles())
                        .build());
    }

    @PostMapping("/accounts/invite")
    Mono<Rendering> invite(@ModelAttribute("form") AccountForms.Invitation form, BindingResult errors, Viewer viewer) {
        form.check(errors);
        return mayInvite(viewer)
                .then(Mono.defer(() -> errors.hasErrors()
                        ? Mono.just(Pages.mend("accounts/invite")
                                .modelAttribute("roles", roles())
                                .build())
                        : desk.invite(form.details(), form.email(), viewer)
                                .map(AccountController::invited)
                                .onErrorResume(Rejected.class, refusal -> {
                                    Pages.reject(errors, "email", refusal);
                                    return Mono.just(Pages.changedMeanwhile("accounts/invite")
                                            .modelAttribute("roles", roles())
                                            .build());
                                })));
    }

    @GetMapping("/accounts/{id}/link")
    Mono<Rendering> whyNewLink(@PathVariable String id, Viewer viewer) {
        return linkPage(Rendering.view("accounts/link"), id, new AccountForms.NewLink(""), viewer);
    }

    private Mono<Rendering> linkPage(Rendering.Builder<?> page, String id, AccountForms.NewLink form, Viewer viewer) {
        return desk.find(id, viewer)
                .filter(account -> desk.canInvite() && account.identity() != null)
                .switchIfEmpty(Mono.error(NotFound::new))
                .map(account -> page.modelAttribute("account", account)
                        .modelAttribute("form", form)
                        .build());
    }

    @PostMapping("/accounts/{id}/link")
    Mono<Rendering> newLink(
            @PathVariable String id,
            @ModelAttribute("form") AccountForms.NewLink form,
            BindingResult errors,
            Viewer viewer) {
        return desk.inviteAgain(id, form.reason(), viewer)
                .switchIfEmpty(Mono.error(NotFound::new))
                .map(AccountController::invited)
                .onErrorResume(Rejected.class, refusal -> {
                    Pages.reject(errors, "reason", refusal);
                    return linkPage(Pages.mend("accounts/link"), id, form, viewer);
                });
    }

    /** The link is shown once, in the answer itself: it is kept nowhere, so there is nothing to redirect to. */
    private static Rendering invited(AccountDesk.Invited invited) {
        return Rendering.view("accounts/invited")
                .modelAttribute("name", invited.account().name())
                .modelAttribute("link", invited.link().toString())
                .modelAttribute("email", String.valueOf(invited.account().email()))
                .modelAttribute("back", "/accounts/" + invited.account().id())
                .build();
    }

    private Mono<Void> mayInvite(Viewer viewer) {
        return viewer.administrator() && desk.canInvite() ? Mono.empty() : Mono.error(NotFound::new);
    }

    private List<Option> roles() {
        return Arrays.stream(Role.values())
                .map(role -> new Option(role.slug(), say("role." + role.slug()), null))
                .toList();
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.UK);
    }

    record Option(String value, String label, @Nullable String hint) {}

    record StateLink(String href, String text, boolean here) {}
}
