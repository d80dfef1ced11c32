package hub.forum.notifications.web;

import hub.forum.notifications.Notifications;
import hub.platform.forms.Form;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What the viewer is told. */
@Controller
class NotificationController {
    private final Notifications notifications;
    private final MessageSource messages;
    private final Times times;

    NotificationController(Notifications notifications, MessageSource messages, Times times) {
        this.notifications = notifications;
        this.messages = messages;
        this.times = times;
    }

    /** @param newest of what is on the page, for the button that says that all of it was seen; empty if there is nothing to see */
    record Told(List<Together> all, String newest) {}

    /** What is about one thing, such as a conversation: the newest first, one line for each kind. */
    record Together(List<Line> lines) {}

    /** @param more how many others of the same bundle */
    record Line(String id, String sentence, int more, boolean unseen, Moment at) {}

    @GetMapping("/notifications")
    Mono<Rendering> list(Viewer viewer) {
        return notifications.of(viewer).map(bundles -> {
            List<Line> lines = bundles.stream().map(this::line).toList();
            boolean anyNew = lines.stream().anyMatch(Line::unseen);
            return Pages.show(
                    "notifications/list",
                    new Told(
                            together(bundles, lines),
                            anyNew ? bundles.getFirst().latest().at().toString() : ""));
        });
    }

    private static List<Together> together(List<Notifications.Bundle> bundles, List<Line> lines) {
        Map<String, List<Line>> all = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            all.computeIfAbsent(bundles.get(i).latest().bundle(), bundle -> new ArrayList<>())
                    .add(lines.get(i));
        }
        return all.values().stream().map(Together::new).toList();
    }

    private Line line(Notifications.Bundle bundle) {
        var said = bundle.shown().sentence();
        return new Line(
                bundle.latest().id(),
                messages.getMessage(said.key(), said.arguments().toArray(), Locale.UK),
                bundle.count() - 1,
                bundle.unseen() > 0,
                times.say(bundle.latest().at()));
    }

    /** Leads to what it is about. It is seen then: nobody but the person themselves can ask for it. */
    @GetMapping("/notifications/{id}")
    Mono<Rendering> open(@PathVariable String id, Viewer viewer) {
        return notifications.open(id, viewer).map(Pages::seeOther);
    }

    /** @param newest of what was on the page */
    record Seen(String newest) {
        Seen {
            newest = InputText.orEmpty(newest);
        }
    }

    @PostMapping("/notifications/seen")
    Mono<Rendering> allSeen(Form<Seen> form, Viewer viewer) {
        return notifications
                .allSeen(moment(form.value().newest()), viewer)
                .thenReturn(Pages.seeOther("/notifications"));
    }

    private static Instant moment(String said) {
        try {
            return Instant.parse(said);
        } catch (DateTimeException noMoment) {
            return Instant.EPOCH;
        }
    }
}
