package hub.forum.constellations.web;

import hub.forum.constellations.ConstellationPolicy;
import hub.forum.constellations.Constellations;
import hub.forum.constellations.homes.Bed;
import hub.forum.constellations.homes.Households;
import hub.forum.constellations.homes.HubHome;
import hub.forum.constellations.homes.HubHomes;
import hub.forum.constellations.rota.OnCallNow;
import hub.forum.constellations.rota.Rota;
import hub.forum.constellations.rota.RotaWords;
import hub.forum.constellations.rota.Shift;
import hub.forum.constellations.rota.Timeline;
import hub.forum.constellations.spare.SpareBeds;
import hub.forum.groups.Group;
import hub.forum.groups.Visibility;
import hub.forum.groups.web.GroupHeader;
import hub.forum.groups.web.GroupHeaders;
import hub.forum.meetings.MeetingLists;
import hub.forum.meetings.web.MeetingLines;
import hub.platform.help.OnCall;
import hub.platform.pages.Pages;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The first page of a constellation: who is on call now, who is next, the hub home and the households. */
@Controller
class ConstellationController {
    private static final Duration SOON = Duration.ofDays(3);
    /** What begins within it is shown to its end. */
    private static final Duration LONGEST = Duration.ofDays(2);

    private static final Duration ACTIVITIES_AHEAD = Duration.ofDays(100);
    private static final int MOST_ACTIVITIES = 3;
    private static final int MOST_NEXT = 4;
    private static final Set<String> DONE = Set.of("beds", "backup", "spare", "spareBack", "marks");

    private final Constellations constellations;
    private final OnCallNow onCall;
    private final HubHomes homes;
    private final SpareBeds spare;
    private final MeetingLists meetings;
    private final MeetingLines lines;
    private final GroupHeaders headers;
    private final RotaWords words;
    private final Clock clock;

    ConstellationController(
            Constellations constellations,
            OnCallNow onCall,
            HubHomes homes,
            SpareBeds spare,
            MeetingLists meetings,
            MeetingLines lines,
            GroupHeaders headers,
            RotaWords words,
            Clock clock) {
        this.constellations = constellations;
        this.onCall = onCall;
        this.homes = homes;
        this.spare = spare;
        this.meetings = meetings;
        this.lines = lines;
        this.headers = headers;
        this.words = words;
        this.clock = clock;
    }

    /**
     * @param now whom to ring
     * @param next who is on call in the next days, each a line
     * @param backup whom hub carers ring themselves; null for everybody else, and if nobody is named
     * @param keeps whether the viewer keeps the rota and the hub home
     * @param begun whether there is a rota at all
     * @param warning that the households are few or many, for those who keep it; null if they are not
     * @param activities the next social activities to which the viewer is invited
     * @param oversees whether the viewer is its liaison worker
     * @param tonight how many children can sleep over tonight, a sentence
     */
    record ConstellationPage(
            GroupHeader header,
            String group,
            OnCall.Line now,
            List<String> next,
            @Nullable Backup backup,
            boolean keeps,
            boolean begun,
            Households households,
            List<Home> homes,
            @Nullable String warning,
            String tonight,
            List<String> beds,
            Spare spare,
            List<MeetingLines.Line> activities,
            boolean oversees,
            @Nullable String done) {}

    /**
     * @param asked whether the viewer's household can say that it has a spare bed this weekend
     * @param said whether it does
     */
    record Spare(boolean asked, boolean said) {}

    /** @param tel digits only */
    record Backup(String name, String number, String tel) {}

    /** A household. @param names of those who live there and are here */
    record Home(String names, boolean hub) {}

    /** Straight to the one, where there is one. */
    @GetMapping("/constellations")
    Mono<Rendering> own(Visibility visibility) {
        return constellations
                .own(visibility)
                .map(group -> new Own("/constellations/" + group.id(), group.name()))
                .collectList()
                .map(own -> own.size() == 1
                        ? Pages.seeOther(own.getFirst().path())
                        : Pages.show("constellations/own", own));
    }

    record Own(String path, String name) {}

    @GetMapping("/constellations/{group}")
    Mono<Rendering> constellation(
            @PathVariable String group, @RequestParam(defaultValue = "") String done, Visibility visibility) {
        return constellations
                .toRead(group, visibility)
                .flatMap(found -> Mono.zip(
                                onCall.known(found, visibility),
                                homes.of(found, visibility),
                                homes.households(found, visibility),
                                spare.isSaid(found, visibility),
                                activities(found, visibility))
                        .map(all -> Pages.show(
                                "constellations/constellation",
                                page(
                                        found,
                                        all.getT1(),
                                        all.getT2(),
                                        all.getT3(),
                                        all.getT4(),
                                        all.getT5(),
                                        done,
                                        visibility))));
    }

    private ConstellationPage page(
            Group group,
            OnCallNow.Known known,
            HubHome home,
            Households households,
            boolean spareSaid,
            List<MeetingLines.Line> activities,
            String done,
            Visibility visibility) {
        boolean keeps = ConstellationPolicy.mayKeep(visibility, group.id());
        LocalDate today = LocalDate.ofInstant(clock.instant(), Times.LONDON);
        return new ConstellationPage(
                headers.inside(group, ConstellationSection.NAME),
                group.id(),
                onCall.line(known, false),
                next(known),
                keeps && !home.backupNumber().isEmpty()
                        ? new Backup(
                                home.backup(),
                                home.backupNumber(),
                                home.backupNumber().replaceAll("[^+0-9]", ""))
                        : null,
                keeps,
                known.rota().begun(),
                households,
                Stream.concat(households.hubs().stream(), households.satellites().stream())
                        .map(ConstellationController::home)
                        .toList(),
                keeps ? warning(households) : null,
                words.say("constellations.beds.tonight", home.bedsOn(today)),
                home.beds().stream()
                        .filter(bed -> bed.until() == null || !bed.until().isBefore(today))
                        .map(this::bed)
                        .toList(),
                new Spare(SpareBeds.maySay(group, visibility), spareSaid),
                activities,
                ConstellationPolicy.mayOversee(visibility, group.id()),
                DONE.contains(done) ? words.say("constellations.done." + done) : null);
    }

    private Mono<List<MeetingLines.Line>> activities(Group group, Visibility visibility) {
        Instant now = clock.instant();
        return meetings.activities(group, now, now.plus(ACTIVITIES_AHEAD), visibility)
                .take(MOST_ACTIVITIES)
                .collectList()
                .flatMap(found -> lines.of(found, visibility));
    }

    private String bed(Bed bed) {
        return words.say("constellations.beds.kind." + bed.kind().slug(), bed.count());
    }

    private static Home home(Households.Household household) {
        return new Home(household.names(), household.hub());
    }

    private @Nullable String warning(Households households) {
        int satellites = households.satellites().size();
        if (households.tooFew()) {
            return words.say("constellations.households.few", satellites, Households.FEWEST);
        }
        return households.tooMany() ? words.say("constellations.households.many", satellites, Households.MOST) : null;
    }

    private List<String> next(OnCallNow.Known known) {
        Instant now = clock.instant();
        Rota rota = known.rota();
        return rota.timeline(now, now.plus(SOON).plus(LONGEST)).all().stream()
                .filter(stretch -> stretch.from().isAfter(now) && stretch.from().isBefore(now.plus(SOON)))
                .flatMap(stretch -> line(known, stretch))
                .limit(MOST_NEXT)
                .toList();
    }

    private Stream<String> line(OnCallNow.Known known, Timeline.Stretch stretch) {
        Shift shift = stretch.shift();
        String account = shift == null ? null : shift.account();
        return account == null
                ? Stream.empty()
                : Stream.of(words.say(
                        "constellations.next.line",
                        words.hours(stretch.from(), stretch.until()),
                        known.names().of(account).name()));
    }
}
