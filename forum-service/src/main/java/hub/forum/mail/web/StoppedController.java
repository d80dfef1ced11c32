package hub.forum.mail.web;

import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.Viewer;
import hub.platform.mail.StoppedAddressStore;
import hub.platform.pages.Pages;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The addresses that take no mail, for administrators. */
@Controller
class StoppedController {
    private final StoppedAddressStore stopped;
    private final Accounts accounts;
    private final Times times;

    StoppedController(StoppedAddressStore stopped, Accounts accounts, Times times) {
        this.stopped = stopped;
        this.accounts = accounts;
        this.times = times;
    }

    record Addresses(List<Line> lines) {}

    record Line(String account, String name, String address, Moment at) {}

    @GetMapping("/mail/stopped")
    Mono<Rendering> list(Viewer viewer) {
        return stopped.all(viewer)
                .collectList()
                .flatMap(found -> accounts.names(found.stream()
                                .map(StoppedAddressStore.Stopped::id)
                                .toList())
                        .map(names ->
                                found.stream().map(each -> line(each, names)).toList()))
                .map(lines -> Pages.show("mail/stopped", new Addresses(lines)));
    }

    @PostMapping("/mail/stopped/{account}/again")
    Mono<Rendering> tryAgain(@PathVariable String account, Viewer viewer) {
        return stopped.tryAgain(account, viewer).thenReturn(Pages.seeOther("/mail/stopped"));
    }

    private Line line(StoppedAddressStore.Stopped each, Names names) {
        return new Line(each.id(), names.of(each.id()).name(), each.address(), times.say(each.at()));
    }
}
