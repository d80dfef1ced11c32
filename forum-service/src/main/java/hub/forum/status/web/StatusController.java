package hub.forum.status.web;

import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.status.Standing;
import hub.platform.status.Status;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** How the hub stands. For everybody but administrators there is no such page. */
@Controller
class StatusController {
    private final Status status;
    private final MessageSource messages;

    StatusController(Status status, MessageSource messages) {
        this.status = status;
        this.messages = messages;
    }

    /** @param state as in {@link Standing.State}, in keys of messages */
    record Line(String name, String state, String words) {}

    /** @param looks how many want a look, or do not work */
    record StatusPage(List<Line> lines, long looks) {}

    @GetMapping("/status")
    Mono<Rendering> show(Viewer viewer) {
        if (!viewer.administrator()) {
            return Mono.error(new NotAllowed());
        }
        return status.standings().collectList().map(all -> {
            long looks = all.stream()
                    .filter(one -> one.state() != Standing.State.FINE)
                    .count();
            return Pages.show(
                    "status/status", new StatusPage(all.stream().map(this::line).toList(), looks));
        });
    }

    private Line line(Standing standing) {
        String key = "status." + standing.of();
        String words = standing.words().equals("silent") ? "status.silent" : key + "." + standing.words();
        return new Line(
                messages.getMessage(key, null, Locale.UK),
                standing.state().slug(),
                messages.getMessage(words, standing.arguments().toArray(), Locale.UK));
    }
}
