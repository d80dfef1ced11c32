package hub.forum.meetings.web;

import hub.forum.groups.Group;
import hub.forum.groups.Groups;
import hub.forum.groups.JoinRequests;
import hub.forum.groups.Visibility;
import hub.forum.groups.web.GroupHeader;
import hub.forum.groups.web.GroupHeaders;
import hub.forum.meetings.MeetingLists;
import hub.forum.meetings.MeetingPolicy;
import hub.forum.meetings.MeetingWords;
import hub.forum.meetings.register.Registers;
import hub.forum.meetings.topics.Topics;
import hub.platform.figures.BarChart;
import hub.platform.figures.Figure;
import hub.platform.figures.FigureTable;
import hub.platform.identity.Accounts;
import hub.platform.identity.PersonName;
import hub.platform.pages.Pages;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** All that whoever leads a group looks after, on one page. */
@Controller
class LeadController {
    private final Groups groups;
    private final JoinRequests requests;
    private final MeetingLists lists;
    private final MeetingLines lines;
    private final Registers registers;
    private final Topics topics;
    private final Accounts accounts;
    private final GroupHeaders headers;
    private final MeetingWords words;

    LeadController(
            Groups groups,
            JoinRequests requests,
            MeetingLists lists,
            MeetingLines lines,
            Registers registers,
            Topics topics,
            Accounts accounts,
            GroupHeaders headers,
            MeetingWords words) {
        this.groups = groups;
        this.requests = requests;
        this.lists = lists;
        this.lines = lines;
        this.registers = registers;
        this.topics = topics;
        this.accounts = accounts;
        this.headers = headers;
        this.words = words;
    }

    /**
     * @param next the next meeting; none while nothing is planned
     * @param asking how many ask to join
     * @param away who has not been for three months
     * @param topics how many there are
     * @param figure how many came by month; null while no register was taken
     */
    record LeadPage(
            GroupHeader header,
            String group,
            List<MeetingLines.Line> next,
            long asking,
            List<PersonName> away,
            long topics,
            @Nullable Figure figure) {}

    @GetMapping("/meetings/in/{group}/lead")
    Mono<Rendering> lead(@PathVariable String group, Visibility visibility) {
        return groups.find(group, visibility)
                .filter(found -> MeetingPolicy.mayArrange(visibility, found))
                .flatMap(found -> Mono.zip(
                                lists.next(found, null, 1, visibility)
                                        .collectList()
                                        .flatMap(next -> lines.of(next, visibility)),
                                requests.waiting(found, visibility).count(),
                                away(found, visibility),
                                topics.in(found, visibility).count(),
                                registers.byMonth(found, visibility))
                        .map(all -> Pages.show(
                                "meetings/lead",
                                new LeadPage(
                                        headers.inside(found, "meetings"),
                                        group,
                                        all.getT1(),
                                        all.getT2(),
                                        all.getT3(),
                                        all.getT4(),
                                        figure(all.getT5())))));
    }

    private Mono<List<PersonName>> away(Group group, Visibility visibility) {
        return registers
                .longAway(group, visibility)
                .flatMap(ids -> accounts.names(ids)
                        .map(names -> ids.stream()
                                .map(names::of)
                                .filter(PersonName::approved)
                                .sorted(Comparator.comparing(PersonName::name))
                                .toList()));
    }

    /** Whoever leads the group was there: nothing is withheld from them. */
    private @Nullable Figure figure(Map<YearMonth, Long> months) {
        if (months.values().stream().allMatch(people -> people == 0)) {
            return null;
        }
        FigureTable table = new FigureTable(
                List.of(words.say("meetings.lead.people")),
                months.entrySet().stream()
                        .map(month -> new FigureTable.Row(
                                said(month.getKey()), List.of(new FigureTable.Cell(month.getValue()))))
                        .toList(),
                FigureTable.Totals.NONE);
        return new Figure(
                "attendance",
                words.say("meetings.lead.figure"),
                words.say("meetings.lead.figure.about"),
                BarChart.of(table),
                words.say("meetings.lead.month"),
                table);
    }

    private static String said(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.UK) + " " + month.getYear();
    }
}
