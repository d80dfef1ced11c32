package hub.forum.background.web;

import hub.platform.audit.AuditLog;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.queue.QueueHealth;
import hub.platform.queue.SetAside;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What waits, what is late and what failed for good. */
@Controller
class BackgroundController {
    private static final int MOST = 100;

    private final QueueHealth health;
    private final AuditLog audit;
    private final Times times;

    BackgroundController(QueueHealth health, AuditLog audit, Times times) {
        this.health = health;
        this.audit = audit;
        this.times = times;
    }

    record Background(List<Queue> queues, List<Failed> failed) {}

    /** @param next when the first that waits is or was due; null if none waits */
    record Queue(
            String name, long waiting, long late, @Nullable Moment next) {}

    record Failed(String id, String queue, String subject, String failure, Moment at) {}

    @GetMapping("/background")
    Mono<Rendering> background(Viewer viewer) {
        return administrator(viewer)
                .then(Mono.zip(
                        health.standings().map(this::queue).collectList(),
                        health.setAside(MOST).map(this::failed).collectList()))
                .map(found -> Pages.show("background/background", new Background(found.getT1(), found.getT2())));
    }

    @PostMapping("/background/{id}/again")
    Mono<Rendering> tryAgain(@PathVariable String id, Viewer viewer) {
        return administrator(viewer)
                .then(health.tryAgain(id, failed -> record("background.again", failed, viewer)))
                .thenReturn(Pages.seeOther("/background"));
    }

    @PostMapping("/background/{id}/give-up")
    Mono<Rendering> giveUp(@PathVariable String id, Viewer viewer) {
        return administrator(viewer)
                .then(health.giveUp(id, failed -> record("background.give-up", failed, viewer)))
                .thenReturn(Pages.seeOther("/background"));
    }

    private Mono<Void> record(String act, SetAside failed, Viewer viewer) {
        return audit.record(act, viewer.id(), failed.id(), null, Map.of("failure", failed.failure()));
    }

    private static Mono<Void> administrator(Viewer viewer) {
        return viewer.administrator() ? Mono.empty() : Mono.error(NotAllowed::new);
    }

    private Queue queue(QueueHealth.Standing standing) {
        return new Queue(
                standing.queue(),
                standing.waiting(),
                standing.late(),
                standing.firstDue() == null ? null : times.say(standing.firstDue()));
    }

    private Failed failed(SetAside aside) {
        return new Failed(
                aside.id(), aside.item().queue(), aside.item().subject(), aside.failure(), times.say(aside.at()));
    }
}
