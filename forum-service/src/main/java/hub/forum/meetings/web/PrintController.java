package hub.forum.meetings.web;

import hub.forum.groups.Visibility;
import hub.forum.meetings.GroupMeeting;
import hub.forum.meetings.Meeting;
import hub.forum.meetings.MeetingWords;
import hub.forum.meetings.Meetings;
import hub.forum.meetings.Replies;
import hub.forum.meetings.Reply;
import hub.platform.calendar.QrCode;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.pages.Pages;
import hub.platform.places.FamilyHub;
import hub.platform.places.Places;
import hub.platform.time.Times;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What is printed for a meeting: a poster for the wall, and a sheet to sign in. */
@Controller
class PrintController {
    private static final int EMPTY_LINES = 8;

    private final Meetings meetings;
    private final Replies replies;
    private final Accounts accounts;
    private final Places places;
    private final MeetingWords words;

    PrintController(Meetings meetings, Replies replies, Accounts accounts, Places places, MeetingWords words) {
        this.meetings = meetings;
        this.replies = replies;
        this.accounts = accounts;
        this.places = places;
        this.words = words;
    }

    /**
     * @param address where the code leads: a public date for everybody, else the meeting for members
     * @param hub null for a meeting at none
     * @param where in a word or two
     */
    record PosterPage(
            Meeting meeting,
            String group,
            String date,
            String hours,
            @Nullable FamilyHub hub,
            String where,
            List<String> expect,
            String address,
            QrCode code) {}

    @GetMapping("/meetings/{id}/poster")
    Mono<Rendering> poster(@PathVariable String id, Visibility visibility, ServerWebExchange exchange) {
        return toPrint(id, visibility)
                .flatMap(found -> places.find(found.meeting().details().hub())
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .map(hub -> Pages.show("meetings/poster", poster(found, hub.orElse(null), exchange))));
    }

    private PosterPage poster(GroupMeeting found, @Nullable FamilyHub hub, ServerWebExchange exchange) {
        Meeting meeting = found.meeting();
        String path = found.group().datesArePublic() ? "/clusters/dates/" + meeting.id() : meeting.path();
        String address = exchange.getRequest().getURI().resolve(path).toString();
        return new PosterPage(
                meeting,
                found.group().name(),
                Times.inFull(meeting.details().wallStart().date()),
                words.hours(meeting),
                hub,
                words.where(meeting.details(), hub),
                meeting.details()
                        .expect()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList(),
                address,
                QrCode.of(address));
    }

    /** @param lines names of those who come, then empty ones */
    record SheetPage(Meeting meeting, String group, String when, String where, List<SheetLine> lines) {}

    /** @param people how many; empty on an empty line */
    record SheetLine(String name, String people) {}

    @GetMapping("/meetings/{id}/sheet")
    Mono<Rendering> sheet(@PathVariable String id, Visibility visibility) {
        return toPrint(id, visibility)
                .flatMap(found -> replies.to(found.meeting(), visibility)
                        .filter(Reply::going)
                        .collectList()
                        .flatMap(going -> Mono.zip(
                                accounts.names(going.stream()
                                        .map(Reply::account)
                                        .filter(Objects::nonNull)
                                        .toList()),
                                where(found.meeting()),
                                (names, where) -> sheet(found, going, names, where)))
                        .map(page -> Pages.show("meetings/sheet", page)));
    }

    private Mono<String> where(Meeting meeting) {
        return places.find(meeting.details().hub())
                .map(hub -> words.where(meeting.details(), hub))
                .defaultIfEmpty(words.where(meeting.details(), null));
    }

    private SheetPage sheet(GroupMeeting found, List<Reply> going, Names names, String where) {
        List<SheetLine> known = going.stream()
                .map(reply -> new SheetLine(name(reply, names), words.people(reply.adults(), reply.children())))
                .sorted(Comparator.comparing(SheetLine::name))
                .toList();
        List<SheetLine> all = new ArrayList<>(known);
        IntStream.range(0, EMPTY_LINES).forEach(line -> all.add(new SheetLine("", "")));
        return new SheetPage(found.meeting(), found.group().name(), words.day(found.meeting()), where, all);
    }

    private String name(Reply reply, Names names) {
        String account = reply.account();
        String guest = reply.guest();
        return account != null
                ? names.of(account).name()
                : guest == null || guest.isEmpty() ? words.say("meetings.who.guest") : guest;
    }

    private Mono<GroupMeeting> toPrint(String id, Visibility visibility) {
        return meetings.toArrange(id, visibility)
                .filter(found -> found.meeting().listed());
    }
}
