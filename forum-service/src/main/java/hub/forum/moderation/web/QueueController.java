package hub.forum.moderation.web;

import hub.forum.groups.Groups;
import hub.forum.groups.Visibility;
import hub.forum.moderation.Appeal;
import hub.forum.moderation.Appeals;
import hub.forum.moderation.Approvals;
import hub.forum.moderation.Report;
import hub.forum.moderation.Reports;
import hub.forum.threads.Post;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.pages.Pages;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The queue of reports, for moderators, facilitators and liaison workers. For everybody else it does not exist. */
@Controller
class QueueController {
    private final Reports reports;
    private final Appeals appeals;
    private final Approvals approvals;
    private final Groups groups;
    private final Accounts accounts;
    private final Times times;
    private final MessageSource messages;

    QueueController(
            Reports reports,
            Appeals appeals,
            Approvals approvals,
            Groups groups,
            Accounts accounts,
            Times times,
            MessageSource messages) {
        this.reports = reports;
        this.appeals = appeals;
        this.approvals = approvals;
        this.groups = groups;
        this.accounts = accounts;
        this.times = times;
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

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.UK);
    }
}
