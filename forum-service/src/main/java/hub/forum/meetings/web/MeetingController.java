package hub.forum.meetings.web;

import hub.forum.groups.Group;
import hub.forum.groups.Groups;
import hub.forum.groups.Visibility;
import hub.forum.groups.web.GroupHeader;
import hub.forum.groups.web.GroupHeaders;
import hub.forum.meetings.Meeting;
import hub.forum.meetings.MeetingCalendar;
import hub.forum.meetings.MeetingLists;
import hub.forum.meetings.MeetingPolicy;
import hub.forum.meetings.Meetings;
import hub.platform.calendar.web.CalendarAnswers;
import hub.platform.pages.NotFound;
import hub.platform.pages.Pages;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The next dates, the meetings of a group, and the page of each. */
@Controller
class MeetingController {
    private static final int PAGE = 20;

    private final Meetings meetings;
    private final MeetingLists lists;
    private final MeetingLines lines;
    private final MeetingPages pages;
    private final MeetingCalendar calendar;
    private final Groups groups;
    private final GroupHeaders headers;

    MeetingController(
            Meetings meetings,
            MeetingLists lists,
            MeetingLines lines,
            MeetingPages pages,
            MeetingCalendar calendar,
            Groups groups,
            GroupHeaders headers) {
        this.meetings = meetings;
        this.lists = lists;
        this.lines = lines;
        this.pages = pages;
        this.calendar = calendar;
        this.groups = groups;
        this.headers = headers;
    }

    /** @param elsewhere public dates of clusters that the viewer is not in, to which they come; on the first page alone */
    record DatesPage(
            List<MeetingLines.Line> dates,
            List<MeetingLines.Line> elsewhere,
            @Nullable String first,
            @Nullable String later) {}

    @GetMapping("/meetings")
    Mono<Rendering> dates(@RequestParam(required = false) @Nullable String after, Visibility visibility) {
        Mono<List<MeetingLines.Line>> elsewhere = after == null
                ? lists.answeredElsewhere(visibility).flatMap(found -> lines.of(found, visibility))
                : Mono.just(List.of());
        return lists.own(after, PAGE + 1, visibility)
                .collectList()
                .flatMap(found -> Mono.zip(lines.of(onePage(found), visibility), elsewhere)
                        .map(both -> Pages.show(
                                "meetings/dates",
                                new DatesPage(
                                        both.getT1(),
                                        both.getT2(),
                                        after == null ? null : "/meetings",
                                        next(found, "/meetings?after=")))));
    }

    /**
     * @param arranges whether the viewer arranges meetings here
     * @param past whether it is the list of what has been
     */
    record GroupPage(
            GroupHeader header,
            String group,
            List<MeetingLines.Line> drafts,
            List<MeetingLines.Line> dates,
            boolean arranges,
            boolean past,
            @Nullable String first,
            @Nullable String next) {}

    @GetMapping("/meetings/in/{group}")
    Mono<Rendering> ofGroup(
            @PathVariable String group, @RequestParam(required = false) @Nullable String after, Visibility visibility) {
        return groups.toRead(group, visibility)
                .filter(Group::hasMembers)
                .flatMap(found -> Mono.zip(
                                lists.next(found, after, PAGE + 1, visibility).collectList(),
                                after == null
                                        ? lists.drafts(found, visibility).collectList()
                                        : Mono.just(List.<Meeting>of()))
                        .flatMap(all -> page(found, all.getT1(), all.getT2(), after, false, visibility)));
    }

    @GetMapping("/meetings/in/{group}/past")
    Mono<Rendering> pastOfGroup(
            @PathVariable String group,
            @RequestParam(required = false) @Nullable String before,
            Visibility visibility) {
        return groups.toRead(group, visibility)
                .filter(Group::hasMembers)
                .flatMap(found -> lists.past(found, before, PAGE + 1, visibility)
                        .collectList()
                        .flatMap(past -> page(found, past, List.of(), before, true, visibility)));
    }

    private Mono<Rendering> page(
            Group group,
            List<Meeting> found,
            List<Meeting> drafts,
            @Nullable String from,
            boolean past,
            Visibility visibility) {
        String here = "/meetings/in/" + group.id() + (past ? "/past" : "");
        return Mono.zip(lines.of(onePage(found), visibility), lines.of(drafts, visibility))
                .map(both -> Pages.show(
                        "meetings/group",
                        new GroupPage(
                                headers.inside(group, "meetings"),
                                group.id(),
                                both.getT2(),
                                both.getT1(),
                                MeetingPolicy.mayArrange(visibility, group),
                                past,
                                from == null ? null : here,
                                next(found, here + (past ? "?before=" : "?after=")))));
    }

    @GetMapping("/meetings/{id}")
    Mono<Rendering> meeting(
            @PathVariable String id, @RequestParam(defaultValue = "") String done, Visibility visibility) {
        return meetings.find(id, visibility).flatMap(found -> pages.show(found, null, done, visibility));
    }

    @GetMapping("/meetings/{id}/meeting.ics")
    Mono<ResponseEntity<byte[]>> file(@PathVariable String id, Visibility visibility, ServerWebExchange exchange) {
        return meetings.find(id, visibility)
                .filter(found -> found.meeting().listed())
                .flatMap(calendar::entry)
                .map(entry -> CalendarAnswers.single(entry, "meeting.ics", exchange))
                .switchIfEmpty(Mono.error(NotFound::new));
    }

    private static List<Meeting> onePage(List<Meeting> found) {
        return found.subList(0, Math.min(PAGE, found.size()));
    }

    private static @Nullable String next(List<Meeting> found, String address) {
        return found.size() > PAGE ? address + found.get(PAGE - 1).id() : null;
    }
}
