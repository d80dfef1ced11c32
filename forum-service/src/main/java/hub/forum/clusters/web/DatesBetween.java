package hub.forum.clusters.web;

import hub.forum.groups.Group;
import hub.forum.groups.Groups;
import hub.forum.meetings.MeetingLists;
import hub.forum.meetings.web.MeetingLines;
import hub.platform.pages.PublicDates;
import hub.platform.time.Times;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The clusters' public dates within some days, for a page of another service. */
@Component
class DatesBetween implements PublicDates {
    private final Groups groups;
    private final MeetingLists lists;
    private final MeetingLines lines;

    DatesBetween(Groups groups, MeetingLists lists, MeetingLines lines) {
        this.groups = groups;
        this.lists = lists;
        this.lines = lines;
    }

    @Override
    public Mono<List<Line>> between(LocalDate from, LocalDate to) {
        return groups.withPublicDates().collectList().flatMap(clusters -> between(clusters, from, to));
    }

    private Mono<List<Line>> between(List<Group> clusters, LocalDate from, LocalDate to) {
        return lists.ofClusters(
                        clusters,
                        from.atStartOfDay(Times.LONDON).toInstant(),
                        to.plusDays(1).atStartOfDay(Times.LONDON).toInstant(),
                        MOST)
                .collectList()
                .flatMap(found -> lines.ofPublic(found, clusters, meeting -> "/clusters/dates/" + meeting.id()))
                .map(found -> found.stream()
                        .map(line -> new Line(
                                line.href(), line.title(), line.inFull(), line.where(), line.group(), line.cancelled()))
                        .toList());
    }
}
