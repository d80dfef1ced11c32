package hub.forum.moderation.web;

import hub.forum.groups.Groups;
import hub.forum.groups.Visibility;
import hub.forum.moderation.Appeal;
import hub.forum.moderation.Appeals;
import hub.forum.moderation.Approvals;
import hub.forum.moderation.Report;
import hub.forum.moderation.ReportRefusal;
import hub.forum.moderation.Reports;
import hub.forum.threads.Post;
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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private final Appeals appeals;
    private final Approvals approvals;
    private final ReasonHelp help;
    private final Groups groups;
    private final Accounts accounts;
    private final Times times;
    private final Clock clock;
    private final MessageSource messages;

    QueueController(
            Reports reports,
            Appeals appeals,
            Approvals approvals,
            ReasonHelp help,
            Groups groups,
            Accounts accounts,
            Times times,
            Clock clock,
            MessageSource messages) {
        this.reports = reports;
        this.appeals = appeals;
        this.approvals = approvals;
        this.help = help;
        this.groups = groups;
        this.accounts = accounts;
        this.times = times;
        this.clock = clock;
        this.messages = messages;
    }

    /**
     * @param waiting reports, appeals and posts to approve, the oldest first
     * @param keeper whether the viewer is a moderator, who keeps texts and reads figures
     * @param next the one to go on with; empty if none is left for the viewer
     * @param decided whether one has just been answered
     */
    record QueuePage(List<QueueLine> waiting, String next, boolean decided, boolean keeper) {}

    /**
     * One thing that waits.
     *
     * @param where the place, whose post and in which conversation, for those who read there; that it is in a private group for everybody else
     * @param many how many people reported it, said from two on
     */
    record QueueLine(
            String path, String reason, String where, String reference, String many, Moment time, boolean taken) {}

    @GetMapping("/moderation")
    Mono<Rendering> queue(@RequestParam(required = false) @Nullable String done, Visibility visibility) {
        return Mono.zip(
                        reports.queue(visibility),
                        appeals.queue(visibility).collectList(),
                        approvals.queue(visibility).collectList())
                .flatMap(open -> around(open.getT1(), open.getT2(), open.getT3(), visibility)
                        .map(around -> Stream.concat(
                                        open.getT1().stream().map(item -> line(item, around, visibility)),
                                        Stream.concat(
                                                open.getT2().stream().map(appeal -> line(appeal, around, visibility)),
                                                open.getT3().stream().map(post -> line(post, around, visibility))))
                                .sorted(Comparator.comparing(dated -> dated.at()))
                                .map(Dated::line)
                                .toList()))
                .map(waiting -> Pages.show(
                        "moderation/queue",
                        new QueuePage(
                                waiting,
                                next(waiting),
                                "decided".equals(done),
                                visibility.viewer().moderator())));
    }

    private record Dated(Instant at, QueueLine line) {}

    /** Names of people, and of the groups that the viewer reads. */
    private record Around(Names people, Map<String, String> groups) {}

    private Mono<Around> around(
            List<Reports.Item> items, List<Appeal> asked, List<Post> waiting, Visibility visibility) {
        List<String> authors = Stream.concat(
                        items.stream().map(item -> item.oldest().about().author()),
                        Stream.concat(
                                asked.stream().map(Appeal::author),
                                waiting.stream().map(Post::author)))
                .distinct()
                .toList();
        List<String> places = Stream.concat(
                        items.stream().map(item -> item.oldest().group()),
                        Stream.concat(
                                asked.stream().map(Appeal::group),
                                waiting.stream().map(Post::group)))
                .filter(Objects::nonNull)
                .filter(visibility::mayRead)
                .distinct()
                .toList();
        return Mono.zip(accounts.names(authors), groups.names(places, visibility), Around::new);
    }

    private Dated line(Reports.Item item, Around around, Visibility visibility) {
        Report report = item.oldest();
        int many = item.reports().size();
        return new Dated(
                report.at(),
                new QueueLine(
                        "/moderation/reports/" + report.id(),
                        say("moderation.reason." + report.reason().slug()),
                        visibility.mayRead(report.group())
                                ? say(
                                        "moderation.queue.where",
                                        around.groups().getOrDefault(report.group(), ""),
                                        around.people()
                                                .of(report.about().author())
                                                .name(),
                                        report.about().threadTitle())
                                : say("moderation.queue.private"),
                        report.reference(),
                        many > 1 ? say("moderation.queue.many", many) : "",
                        times.say(report.at()),
                        item.taken()));
    }

    private Dated line(Appeal appeal, Around around, Visibility visibility) {
        return new Dated(
                appeal.at(),
                new QueueLine(
                        "/moderation/appeals/" + appeal.id(),
                        say(appeal.act() == null ? "moderation.appeal" : "moderation.appeal.act"),
                        where(
                                appeal.group(),
                                around.people().of(appeal.author()).name(),
                                around,
                                visibility),
                        appeal.reference(),
                        "",
                        times.say(appeal.at()),
                        false));
    }

    private Dated line(Post post, Around around, Visibility visibility) {
        return new Dated(
                post.createdAt(),
                new QueueLine(
                        "/moderation/approvals/" + post.id(),
                        say("moderation.approval"),
                        where(post.group(), around.people().of(post.author()).name(), around, visibility),
                        say("moderation.approval.reference"),
                        "",
                        times.say(post.createdAt()),
                        false));
    }

    private String where(@Nullable String group, String author, Around around, Visibility visibility) {
        if (group == null) {
            return author;
        }
        return visibility.mayRead(group)
                ? say("moderation.queue.where.appeal", around.groups().getOrDefault(group, ""), author)
                : say("moderation.queue.private");
    }

    private static String next(List<QueueLine> waiting) {
        return waiting.stream()
                .filter(line -> !line.taken())
                .map(QueueLine::path)
                .findFirst()
                .orElse("");
    }

    /** @param lines of what was decided, the latest first */
    record DecidedPage(List<DecidedLine> lines) {}

    record DecidedLine(String path, String reason, String reference, String outcome, Moment time) {}

    @GetMapping("/moderation/decided")
    Mono<Rendering> decided(Visibility visibility) {
        return reports.decided(visibility)
                .flatMapIterable(report -> Optional.ofNullable(report.decision())
                        .map(decision -> new DecidedLine(
                                "/moderation/reports/" + report.id(),
                                say("moderation.reason." + report.reason().slug()),
                                report.reference(),
                                say("moderation.was." + decision.outcome().slug()),
                                times.say(decision.at())))
                        .stream()
                        .toList())
                .collectList()
                .map(lines -> Pages.show("moderation/decided", new DecidedPage(lines)));
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
