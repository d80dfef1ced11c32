package hub.forum.moderation.web;

import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.forum.moderation.Report;
import hub.forum.moderation.Reports;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.PersonName;
import hub.platform.identity.Rejected;
import hub.platform.identity.Viewer;
import hub.platform.text.Lines;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import hub.platform.web.NotFound;
import hub.platform.web.Pages;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
import reactor.core.publisher.Mono;

/** The queue of reports, for moderators, facilitators and liaison workers. For everybody else it does not exist. */
@Controller
class QueueController {
    private static final int SHORTEST_NOTE = 3;
    private static final int LONGEST_NOTE = 500;

    private final Rights rights;
    private final Reports reports;
    private final Accounts accounts;
    private final Times times;
    private final Clock clock;
    private final MessageSource messages;

    QueueController(
            Rights rights, Reports reports, Accounts accounts, Times times, Clock clock, MessageSource messages) {
        this.rights = rights;
        this.reports = reports;
        this.accounts = accounts;
        this.times = times;
        this.clock = clock;
        this.messages = messages;
    }

    @GetMapping("/moderation")
    Mono<Rendering> queue(@RequestParam(required = false) @Nullable String done, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> reports.queue(visibility).collectList())
                .map(found -> Rendering.view("moderation/queue")
                        .modelAttribute(
                                "waiting", found.stream().map(this::line).toList())
                        .modelAttribute("decided", "decided".equals(done))
                        .build());
    }

    @PostMapping("/moderation/reports/{id}/take")
    Mono<Rendering> take(@PathVariable String id, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> reports.take(id, visibility))
                .switchIfEmpty(Mono.error(NotFound::new))
                .map(report -> Pages.seeOther("/moderation/reports/" + id))
                .onErrorResume(Rejected.class, tooLate -> Mono.just(Pages.seeOther("/moderation")));
    }

    @GetMapping("/moderation/reports/{id}")
    Mono<Rendering> report(@PathVariable String id, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> page(Rendering.view("moderation/case"), id, new Form("", ""), visibility));
    }

    @PostMapping("/moderation/reports/{id}/decide")
    Mono<Rendering> decide(
            @PathVariable String id, @ModelAttribute("form") Form form, BindingResult errors, Viewer viewer) {
        form.check(errors);
        return rights.of(viewer)
                .flatMap(visibility -> errors.hasErrors()
                        ? page(Pages.mend("moderation/case"), id, form, visibility)
                        : reports.decide(id, form.chosen().orElseThrow(), form.note(), visibility)
                                .switchIfEmpty(Mono.error(NotFound::new))
                                .map(report -> Pages.seeOther("/moderation?done=decided"))
                                .onErrorResume(Rejected.class, refusal -> {
                                    Pages.reject(errors, "outcome", refusal);
                                    return page(Pages.changedMeanwhile("moderation/case"), id, form, visibility);
                                }));
    }

    private Mono<Rendering> page(Rendering.Builder<?> page, String id, Form form, Visibility visibility) {
        return reports.find(id, visibility)
                .switchIfEmpty(Mono.error(NotFound::new))
                .flatMap(report -> accounts.names(people(report))
                        .map(names -> page.modelAttribute("report", line(report))
                                .modelAttribute("form", form)
                                .modelAttribute("mine", isMine(report, visibility))
                                .modelAttribute("canTake", canTake(report, visibility))
                                .modelAttribute("contexts", context(report, names, visibility))
                                .modelAttribute("outcomes", outcomes())
                                .build()));
    }

    private static boolean isMine(Report report, Visibility visibility) {
        return report.state() == Report.State.TAKEN
                && visibility.viewer().id().equals(report.takenBy())
                && visibility.mayRead(report.group());
    }

    /** Waiting, left lying by another, or one's own whose entry into the group has run out. */
    private boolean canTake(Report report, Visibility visibility) {
        return switch (report.state()) {
            case WAITING -> true;
            case TAKEN ->
                visibility.viewer().id().equals(report.takenBy())
                        ? !visibility.mayRead(report.group())
                        : report.isLeftLying(clock.instant());
            case CLOSED -> false;
        };
    }

    private static List<String> people(Report report) {
        return Stream.of(report.about().author(), report.about().answeredAuthor(), report.reporter(), report.takenBy())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private Line line(Report report) {
        return new Line(
                report.id(),
                report.reference(),
                say("moderation.reason." + report.reason().slug()),
                times.say(report.at()),
                report.state() == Report.State.TAKEN,
                report.state() == Report.State.CLOSED);
    }

    /** What was reported, for the one who has taken the report; before that nobody looks. */
    private List<Context> context(Report report, Names names, Visibility visibility) {
        boolean mayLook = report.state() != Report.State.WAITING
                && visibility.viewer().id().equals(report.takenBy())
                && visibility.mayRead(report.group());
        if (!mayLook) {
            return List.of();
        }
        Report.Snapshot about = report.about();
        PersonName author = names.of(about.author());
        String answered = about.answeredAuthor();
        return List.of(new Context(
                about.threadTitle(),
                "/threads/" + report.thread() + "/posts/" + report.post(),
                author.name(),
                author.initials(),
                author.hue(),
                author.line(),
                times.say(about.writtenAt()),
                about.html(),
                answered == null ? "" : names.of(answered).name(),
                about.answeredHtml() == null ? "" : about.answeredHtml(),
                report.words()));
    }

    private List<ReportController.Option> outcomes() {
        return Arrays.stream(Report.Outcome.values())
                .map(outcome -> new ReportController.Option(
                        outcome.slug(),
                        say("moderation.outcome." + outcome.slug()),
                        say("moderation.outcome." + outcome.slug() + ".hint")))
                .toList();
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.UK);
    }

    /** One report in the list: nothing of what was written. */
    record Line(String id, String reference, String reason, Moment time, boolean taken, boolean closed) {}

    /** What was reported, and what stood around it. */
    record Context(
            String threadTitle,
            String href,
            String author,
            String initials,
            String hue,
            String line,
            Moment time,
            String html,
            String answeredAuthor,
            String answeredHtml,
            String words) {}

    /** What was decided. A field that was not sent arrives as null. */
    record Form(String outcome, String note) {
        Form {
            outcome = outcome == null ? "" : outcome;
            note = note == null ? "" : Lines.clean(note);
        }

        Optional<Report.Outcome> chosen() {
            return Arrays.stream(Report.Outcome.values())
                    .filter(known -> known.slug().equals(outcome))
                    .findFirst();
        }

        void check(BindingResult errors) {
            if (chosen().isEmpty()) {
                errors.rejectValue("outcome", "moderation.outcome.missing");
            }
            int length = Lines.length(note);
            if (length < SHORTEST_NOTE) {
                errors.rejectValue("note", "moderation.note.missing");
            } else if (length > LONGEST_NOTE) {
                errors.rejectValue("note", "moderation.note.tooLong", new Object[] {length}, null);
            }
        }
    }
}
