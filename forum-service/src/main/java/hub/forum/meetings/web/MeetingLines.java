package hub.forum.meetings.web;

import hub.forum.groups.Group;
import hub.forum.groups.Groups;
import hub.forum.groups.Visibility;
import hub.forum.meetings.Meeting;
import hub.forum.meetings.MeetingLists;
import hub.forum.meetings.MeetingWords;
import hub.forum.meetings.Reply;
import hub.platform.places.FamilyHub;
import hub.platform.places.Places;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Meetings as lists show them. */
@Component
@NamedInterface("lines")
public class MeetingLines {
    private final MeetingLists lists;
    private final MeetingWords words;
    private final Groups groups;
    private final Places places;

    MeetingLines(MeetingLists lists, MeetingWords words, Groups groups, Places places) {
        this.lists = lists;
        this.words = words;
        this.groups = groups;
        this.places = places;
    }

    /** The leaf of a calendar: "Wed", "16", "Dec". */
    public record Day(String weekday, String number, String month) {
        static Day of(LocalDate date) {
            return new Day(
                    date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.UK),
                    Integer.toString(date.getDayOfMonth()),
                    date.getMonth().getDisplayName(TextStyle.SHORT, Locale.UK));
        }
    }

    /**
     * One meeting in a list.
     *
     * @param inFull "Wednesday 16 December, 10am", for whoever does not see the leaf
     * @param hours "10am to 12pm"
     * @param state a word; empty if there is nothing to say but that it takes place
     * @param answer what the viewer has answered, a sentence; empty if nothing
     */
    public record Line(
            String href,
            Day day,
            String inFull,
            String title,
            String hours,
            String where,
            String group,
            String state,
            boolean cancelled,
            String answer) {}

    /** With the group's name and the viewer's answer. */
    public Mono<List<Line>> of(List<Meeting> meetings, Visibility visibility) {
        Set<String> in = meetings.stream().map(Meeting::group).collect(Collectors.toSet());
        return Mono.zip(lists.answers(meetings, visibility), groups.names(in, visibility), hubs(meetings))
                .map(found -> meetings.stream()
                        .map(meeting -> line(
                                meeting,
                                Meeting::path,
                                found.getT2().getOrDefault(meeting.group(), ""),
                                found.getT1().get(meeting.id()),
                                found.getT3()))
                        .toList());
    }

    /** For whoever asks: public dates, whose groups are given. */
    public Mono<List<Line>> ofPublic(
            List<Meeting> meetings, Collection<Group> clusters, Function<Meeting, String> href) {
        Map<String, String> names = clusters.stream().collect(Collectors.toMap(Group::id, Group::name));
        return hubs(meetings)
                .map(known -> meetings.stream()
                        .map(meeting -> line(meeting, href, names.getOrDefault(meeting.group(), ""), null, known))
                        .toList());
    }

    private Mono<Map<String, FamilyHub>> hubs(List<Meeting> meetings) {
        return places.all(meetings.stream()
                .map(meeting -> meeting.details().hub())
                .filter(hub -> !hub.isEmpty())
                .collect(Collectors.toSet()));
    }

    private Line line(
            Meeting meeting,
            Function<Meeting, String> href,
            String group,
            @Nullable Reply reply,
            Map<String, FamilyHub> known) {
        FamilyHub hub = known.get(meeting.details().hub());
        return new Line(
                href.apply(meeting),
                Day.of(meeting.details().wallStart().date()),
                words.day(meeting),
                meeting.details().title(),
                words.hours(meeting),
                words.where(meeting.details(), hub),
                group,
                state(meeting),
                meeting.cancelled(),
                reply == null || !meeting.on() ? "" : answer(reply));
    }

    private String state(Meeting meeting) {
        return switch (meeting.state()) {
            case PUBLISHED, HELD -> "";
            case DRAFT -> words.say("meetings.state.draft");
            case CHANGED -> words.say("meetings.state.changed");
            case CANCELLED -> words.say("meetings.state.cancelled");
        };
    }

    private String answer(Reply reply) {
        return words.say(
                switch (reply.answer()) {
                    case GOING -> "meetings.line.going";
                    case WAITING -> "meetings.line.waiting";
                    case NOT_GOING -> "meetings.line.notGoing";
                });
    }
}
