package hub.forum.accounts.closing.web;

import hub.forum.accounts.closing.ClosingRequest;
import hub.forum.accounts.closing.Closings;
import hub.platform.forms.Form;
import hub.platform.forms.Text;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import hub.platform.time.Times;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Accounts that are to be closed, and one that a letter asks to be erased, for administrators. For everybody else these addresses do not exist. */
@Controller
class ClosingsController {
    private static final String PATH = "/accounts/closings";
    private static final int PAGE = 50;

    private final Closings closings;
    private final Accounts accounts;
    private final Times times;

    ClosingsController(Closings closings, Accounts accounts, Times times) {
        this.closings = closings;
        this.accounts = accounts;
        this.times = times;
    }

    /** @param by who wrote it down; empty if they asked for it themselves */
    record Line(String href, String name, String closes, boolean out, String by) {}

    /**
     * @param erased the name of somebody whose account was erased just now; empty for nobody
     * @param more where the next page is; empty on the last
     */
    record ClosingsPage(List<Line> lines, boolean erased, String more) {}

    @GetMapping(PATH)
    Mono<Rendering> list(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String afterId,
            @RequestParam(required = false) @Nullable String erased,
            Viewer viewer) {
        Instant moment = after.matches("\\d{1,15}") ? Instant.ofEpochMilli(Long.parseLong(after)) : null;
        return closings.waiting(moment, afterId, PAGE + 1, viewer).collectList().flatMap(found -> {
            List<ClosingRequest> page = found.subList(0, Math.min(PAGE, found.size()));
            String more = found.size() > PAGE ? after(page.getLast()) : "";
            return accounts.names(ids(page))
                    .map(names -> Pages.show(
                            "accounts/closings",
                            new ClosingsPage(
                                    page.stream().map(each -> line(each, names)).toList(), erased != null, more)));
        });
    }

    private static List<String> ids(List<ClosingRequest> page) {
        return page.stream()
                .flatMap(each -> each.by() == null ? Stream.of(each.id()) : Stream.of(each.id(), each.by()))
                .distinct()
                .toList();
    }

    private Line line(ClosingRequest request, Names names) {
        String by = request.by();
        return new Line(
                "/accounts/" + request.id(),
                names.of(request.id()).name(),
                times.day(request.closes()),
                request.postsToo(),
                by == null ? "" : names.of(by).name());
    }

    private static String after(ClosingRequest last) {
        return PATH + "?after=" + last.closes().toEpochMilli() + "&afterId=" + last.id();
    }

    /** @param out whether what they posted is taken out; null for no */
    record EraseForm(
            @Text(least = 10, most = 500, message = "accounts.erase.reason.length")
            String reason,

            @Nullable Boolean out) {
        EraseForm {
            reason = InputText.cleanText(reason).strip();
        }
    }

    record ErasePage(String path, String name) {}

    @GetMapping("/accounts/{id}/erase")
    Mono<Rendering> form(@PathVariable String id, Viewer viewer) {
        return closings.toErase(id, viewer).map(account -> page(account, Form.of(new EraseForm("", null))));
    }

    @PostMapping("/accounts/{id}/erase")
    Mono<Rendering> erase(@PathVariable String id, Form<EraseForm> form, Viewer viewer) {
        return closings.toErase(id, viewer)
                .flatMap(account -> form.submit(
                        sent -> closings.erase(id, Boolean.TRUE.equals(sent.out()), sent.reason(), viewer)
                                .map(begun -> Pages.seeOther(PATH + "?erased=yes")),
                        again -> Mono.just(page(account, again))));
    }

    private static Rendering page(Account account, Form<EraseForm> form) {
        return Pages.show("accounts/erase", new ErasePage("/accounts/" + account.id(), account.name()), form);
    }
}
