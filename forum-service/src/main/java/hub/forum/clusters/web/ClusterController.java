package hub.forum.clusters.web;

import hub.forum.groups.Group;
import hub.forum.groups.Groups;
import hub.forum.groups.Visibility;
import hub.forum.meetings.Meeting;
import hub.forum.meetings.MeetingCalendar;
import hub.forum.meetings.MeetingLists;
import hub.forum.meetings.Meetings;
import hub.forum.meetings.web.MeetingLines;
import hub.platform.calendar.web.CalendarAnswers;
import hub.platform.pages.NotFound;
import hub.platform.pages.Pages;
import hub.platform.places.FamilyHub;
import hub.platform.places.Places;
import hub.platform.security.PublicPaths;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The clusters and their next dates, for whoever asks. */
@Controller
class ClusterController {
    private static final int PAGE = 20;
    private static final int DATES = 8;
    private static final String DATE = "/clusters/dates/";

    private final Groups groups;
    private final Meetings meetings;
    private final MeetingLists lists;
    private final MeetingLines lines;
    private final MeetingCalendar calendar;
    private final Places places;

    ClusterController(
            Groups groups,
            Meetings meetings,
            MeetingLists lists,
            MeetingLines lines,
            MeetingCalendar calendar,
            Places places) {
        this.groups = groups;
        this.meetings = meetings;
        this.lists = lists;
        this.lines = lines;
        this.calendar = calendar;
        this.places = places;
    }

    @Bean
    static PublicPaths clusterPaths() {
        return PublicPaths.of("/clusters", "/clusters/**");
    }

    /**
     * @param places each cluster with its next date
     * @param dates all dates in the order of time, a page of them
     */
    record ListPage(
            List<Cluster> places,
            List<MeetingLines.Line> dates,
            @Nullable String first,
            @Nullable String later) {}

    /** @param next null while none is planned */
    record Cluster(String href, String name, String area, MeetingLines.@Nullable Line next) {}

    @GetMapping("/clusters")
    Mono<Rendering> list(@RequestParam(required = false) @Nullable String after) {
        return groups.withPublicDates()
                .collectList()
                .flatMap(clusters -> Mono.zip(
                                after == null ? each(clusters) : Mono.just(List.<Cluster>of()), dates(clusters, after))
                        .map(found -> Pages.show(
                                "clusters/list",
                                new ListPage(
                                        found.getT1(),
                                        found.getT2().lines(),
                                        after == null ? null : "/clusters",
                                        found.getT2().later()))));
    }

    private record Dates(
            List<MeetingLines.Line> lines, @Nullable String later) {}

    private Mono<Dates> dates(List<Group> clusters, @Nullable String after) {
        return lists.ofClusters(clusters, after, PAGE + 1).collectList().flatMap(found -> {
            List<Meeting> shown = found.subList(0, Math.min(PAGE, found.size()));
            Mono<List<MeetingLines.Line>> said = lines.ofPublic(shown, clusters, meeting -> DATE + meeting.id());
            return found.size() > PAGE
                    ? said.map(all ->
                            new Dates(all, "/clusters?after=" + shown.getLast().id()))
                    : said.map(all -> new Dates(all, null));
        });
    }

    private Mono<List<Cluster>> each(List<Group> clusters) {
        return Flux.fromIterable(clusters)
                .concatMap(cluster -> lists.ofClusters(List.of(cluster), null, 1)
                        .collectList()
                        .flatMap(next -> lines.ofPublic(next, clusters, meeting -> DATE + meeting.id()))
                        .map(next -> new Cluster(
                                "/clusters/" + cluster.id(),
                                cluster.name(),
                                cluster.area(),
                                next.isEmpty() ? null : next.getFirst())))
                .collectList();
    }

    /**
     * @param next the next date in full; null while none is planned
     * @param expect what to expect there, by lines
     * @param group where members read on; null for whoever does not read it
     * @param ask where somebody approved asks to join; null for others
     */
    record ClusterPage(
            String name,
            String area,
            String purpose,
            MeetingLines.@Nullable Line next,
            @Nullable FamilyHub hub,
            List<String> expect,
            List<MeetingLines.Line> dates,
            @Nullable String group,
            @Nullable String ask) {}

    @GetMapping("/clusters/{id}")
    Mono<Rendering> cluster(@PathVariable String id, Visibility visibility) {
        return groups.withPublicDates(id)
                .flatMap(cluster -> lists.ofClusters(List.of(cluster), null, DATES)
                        .collectList()
                        .flatMap(found -> page(cluster, found, visibility)));
    }

    private Mono<Rendering> page(Group cluster, List<Meeting> found, Visibility visibility) {
        Optional<Meeting> next = found.stream().filter(Meeting::on).findFirst();
        Mono<Map<String, FamilyHub>> hubs = places.all(next.stream()
                .map(meeting -> meeting.details().hub())
                .filter(hub -> !hub.isEmpty())
                .collect(Collectors.toSet()));
        boolean member = visibility.isMember(cluster.id());
        boolean approved = visibility.viewer().approved();
        return Mono.zip(lines.ofPublic(found, List.of(cluster), meeting -> DATE + meeting.id()), hubs)
                .map(all -> new ClusterPage(
                        cluster.name(),
                        cluster.area(),
                        cluster.purpose(),
                        next.map(meeting -> all.getT1().get(found.indexOf(meeting)))
                                .orElse(null),
                        next.map(meeting -> all.getT2().get(meeting.details().hub()))
                                .orElse(null),
                        next.map(meeting -> lines(meeting.details().expect())).orElse(List.of()),
                        all.getT1(),
                        member ? cluster.path() : null,
                        approved && !member ? "/groups/" + cluster.id() + "/ask" : null))
                .map(page -> Pages.show("clusters/cluster", page));
    }

    static List<String> lines(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    @GetMapping("/clusters/dates/{meeting}/meeting.ics")
    Mono<ResponseEntity<byte[]>> file(@PathVariable String meeting, ServerWebExchange exchange) {
        return meetings.findPublic(meeting)
                .flatMap(calendar::publicEntry)
                .map(entry -> CalendarAnswers.single(entry, "meeting.ics", exchange))
                .switchIfEmpty(Mono.error(NotFound::new));
    }
}
