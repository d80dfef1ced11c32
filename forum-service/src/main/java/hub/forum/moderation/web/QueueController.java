package hub.forum.moderation.web;

import hub.forum.groups.Visibility;
import hub.forum.moderation.Report;
import hub.forum.moderation.Reports;
import hub.platform.forms.Checked;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.forms.Text;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.PersonName;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.platform.text.InputText;
import hub.platform.time.Moment;
import hub.platform.time.Times;
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
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The queue of reports, for moderators, facilitators and liaison workers. For everybody else it does not exist. */
@Controller
class QueueController {
    private final Reports reports;
    private final Accounts accounts;
    private final Times times;
    private final Clock clock;
    private final MessageSource messages;

    QueueController(Reports reports, Accounts accounts, Times times, Clock clock, MessageSource messages) {
        this.reports = reports;
        this.accounts = accounts;
        this.times = times;
        this.clock = clock;
        this.messages = messages;
    }

    /** @param decided whether a report has just been answered */
    record QueuePage(List<Line> waiting, boolean decided) {}

    @GetMapping("/moderation")
    Mono<Rendering> queue(@RequestParam(required = false) @Nullable String done, Visibility visibility) {
        return reports.queue(visibility)
                .map(this::line)
                .collectList()
                .map(waiting -> Pages.show("moderation/queue", new QueuePage(waiting, "decided".equals(done))));
    }

    @PostMapping("/moderation/reports/{id}/take")
    Mono<Rendering> take(@PathVariable String id, Visibility visibility) {
        return reports.take(id, visibility)
                .map(report -> Pages.seeOther("/moderation/reports/" + id))
                .onErrorResume(Rejected.class, tooLate -> Mono.just(Pages.seeOther("/moderation")));
    }

    @GetMapping("/moderation/reports/{id}")
    Mono<Rendering> report(@PathVariable String id, Visibility visibility) {
        return page(id, Form.of(new Decision("", "")), visibility);
    }

    @PostMapping("/moderation/reports/{id}/decide")
    Mono<Rendering> decide(@PathVariable String id, Form<Decision> form, Visibility visibility) {
        return form.submit(
                sent -> reports.decide(id, sent.chosen().orElseThrow(), sent.note(), visibility)
                        .map(report -> Pages.seeOther("/moderation?done=decided")),
                again -> page(id, again, visibility));
    }

    /**
     * @param mine whether the viewer has taken it
     * @param contexts what was reported, for those who may look
     */
    record CasePage(Line report, boolean mine, boolean canTake, List<Context> contexts, List<Choice> outcomes) {}

    private Mono<Rendering> page(String id, Form<Decision> form, Visibility visibility) {
        return reports.find(id, visibility)
                .flatMap(report -> accounts.names(people(report))
                        .map(names -> Pages.show(
                                "moderation/case",
                                new CasePage(
                                        line(report),
                                        isMine(report, visibility),
                                        canTake(report, visibility),
                                        context(report, names, visibility),
                                        outcomes()),
                                form)));
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

    private List<Choice> outcomes() {
        return Arrays.stream(Report.Outcome.values())
                .map(outcome -> new Choice(
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

    /** What was decided, and what is said about it. */
    record Decision(
            String outcome,

            @Text(least = 3, most = 500, missing = "moderation.note.missing", message = "moderation.note.tooLong")
            String note)
            implements Checked {
        Decision {
            outcome = InputText.clean(outcome);
            note = InputText.clean(note);
        }

        Optional<Report.Outcome> chosen() {
            return Arrays.stream(Report.Outcome.values())
                    .filter(known -> known.slug().equals(outcome))
                    .findFirst();
        }

        @Override
        public void check(Errors errors) {
            if (chosen().isEmpty()) {
                errors.rejectValue("outcome", "moderation.outcome.missing");
            }
        }
    }
}
