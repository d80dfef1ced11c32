package hub.forum.moderation.web;

import hub.forum.groups.Visibility;
import hub.forum.moderation.Report;
import hub.forum.moderation.ReportRefusal;
import hub.forum.moderation.Reports;
import hub.platform.forms.Checked;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.forms.Text;
import hub.platform.forms.Unsent;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.PersonName;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.Instant;
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
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** One report: taken, looked at and decided by whoever may answer it. For everybody else it does not exist. */
@Controller
class CaseController {
    private final Reports reports;
    private final ReasonHelp help;
    private final Accounts accounts;
    private final Times times;
    private final Clock clock;
    private final MessageSource messages;

    CaseController(
            Reports reports, ReasonHelp help, Accounts accounts, Times times, Clock clock, MessageSource messages) {
        this.reports = reports;
        this.help = help;
        this.accounts = accounts;
        this.times = times;
        this.clock = clock;
        this.messages = messages;
    }

    @PostMapping("/moderation/reports/{id}/take")
    Mono<Rendering> take(@PathVariable String id, Visibility visibility) {
        return reports.take(id, visibility)
                .map(report -> Pages.seeOther("/moderation/reports/" + id))
                .onErrorResume(
                        refused -> refused instanceof Rejected refusal && refusal.is(ReportRefusal.TAKEN_BY_ANOTHER),
                        refused -> reports.find(id, visibility).flatMap(this::takenBy));
    }

    /** Says who was first, and when. */
    private Mono<Rendering> takenBy(Report report) {
        String by = String.valueOf(report.takenBy());
        Instant at = report.takenAt() == null ? report.at() : report.takenAt();
        return accounts.names(List.of(by))
                .flatMap(names -> Mono.error(new Rejected(
                        ReportRefusal.TAKEN_BY,
                        names.of(by).name(),
                        times.say(at).said())));
    }

    @GetMapping("/moderation/reports/{id}")
    Mono<Rendering> report(@PathVariable String id, Visibility visibility) {
        return page(id, Form.of(Decision.blank()), visibility);
    }

    @PostMapping("/moderation/reports/{id}/decide")
    Mono<Rendering> decide(@PathVariable String id, Form<Decision> form, Visibility visibility) {
        Decision given = form.value();
        if (given.unsent()) {
            return reports.find(id, visibility)
                    .flatMap(found -> help.fill(given.note(), given.saved(), visibility))
                    .flatMap(words -> page(id, Form.of(given.with(words)), visibility));
        }
        return form.submit(
                sent -> reports.decide(
                                id, sent.chosen().orElseThrow(), help.naming(sent.note(), sent.rule()), visibility)
                        .map(report -> Pages.seeOther("/moderation?done=decided")),
                again -> page(id, again, visibility));
    }

    /**
     * @param mine whether the viewer has taken it
     * @param contexts what was reported, for those who may look
     * @param more what others said of the same post, each with why; for those who may look
     * @param who looks at it, or decided; empty if nobody does
     * @param outcome what came of it; empty until it is decided
     * @param person the page of whoever wrote the post, for moderators who have looked; else empty
     */
    record CasePage(
            Line report,
            boolean mine,
            boolean canTake,
            List<Context> contexts,
            List<Said> more,
            String who,
            String outcome,
            String note,
            List<Choice> outcomes,
            ReasonHelp.Help help,
            String person) {}

    record Said(String reason, String words) {}

    private Mono<Rendering> page(String id, Form<Decision> form, Visibility visibility) {
        return reports.find(id, visibility)
                .flatMap(report -> Mono.zip(
                                accounts.names(people(report)), reports.others(report, visibility), help.of(visibility))
                        .map(all -> Pages.show(
                                "moderation/case",
                                casePage(report, all.getT1(), all.getT2(), all.getT3(), visibility),
                                form)));
    }

    private CasePage casePage(
            Report report, Names names, List<Report> others, ReasonHelp.Help reasons, Visibility visibility) {
        List<Context> contexts = context(report, names, visibility);
        Report.Decision decision = report.decision();
        String by = decision == null ? report.takenBy() : decision.by();
        return new CasePage(
                line(report),
                isMine(report, visibility),
                canTake(report, visibility),
                contexts,
                contexts.isEmpty()
                        ? List.of()
                        : others.stream()
                                .map(other -> new Said(
                                        say("moderation.reason."
                                                + other.reason().slug()),
                                        other.words()))
                                .toList(),
                by == null || by.isEmpty() ? "" : names.of(by).name(),
                decision == null
                        ? ""
                        : say("moderation.was." + decision.outcome().slug()),
                decision == null ? "" : decision.note(),
                outcomes(),
                reasons,
                visibility.viewer().moderator() && !contexts.isEmpty()
                        ? "/moderation/people/" + report.about().author()
                        : "");
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
        Report.Decision decision = report.decision();
        return Stream.of(
                        report.about().author(),
                        report.about().answeredAuthor(),
                        report.reporter(),
                        report.takenBy(),
                        decision == null ? null : decision.by())
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

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.UK);
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
            String note,

            String rule,
            String saved,
            @Nullable String fill)
            implements Checked, Unsent {
        Decision {
            outcome = InputText.clean(outcome);
            note = InputText.clean(note);
            rule = InputText.clean(rule);
            saved = InputText.clean(saved);
        }

        static Decision blank() {
            return new Decision("", "", "", "", null);
        }

        Decision with(String words) {
            return new Decision(outcome, words, rule, "", null);
        }

        @Override
        public boolean unsent() {
            return fill != null;
        }

        Optional<Report.Outcome> chosen() {
            return Slug.find(Report.Outcome.class, outcome);
        }

        @Override
        public void check(Errors errors) {
            if (chosen().isEmpty()) {
                errors.rejectValue("outcome", "moderation.outcome.missing");
            }
        }
    }
}
