package hub.platform.calendar.web;

import hub.platform.calendar.CalendarEntry;
import hub.platform.calendar.CalendarFeeds;
import hub.platform.calendar.CalendarFile;
import hub.platform.calendar.FeedSecret;
import hub.platform.calendar.QrCode;
import hub.platform.forms.Form;
import hub.platform.identity.Viewer;
import hub.platform.pages.NotFound;
import hub.platform.pages.Pages;
import hub.platform.requests.RateLimit;
import hub.platform.requests.TooMany;
import hub.platform.security.PublicPaths;
import hub.platform.site.Site;
import hub.platform.time.Times;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Everybody's own calendar: where it is read, and the calendar itself, for whoever knows its address. */
@Controller
class CalendarController {
    private static final Duration STRETCH = Duration.ofMinutes(10);

    private final CalendarFeeds feeds;
    private final EntriesElsewhere elsewhere;
    private final Site site;
    private final Times times;
    private final RateLimit limit;

    /**
     * @param reads how often calendars may be read from one network in ten minutes
     * @param readsInAll how often in all
     */
    CalendarController(
            CalendarFeeds feeds,
            EntriesElsewhere elsewhere,
            Site site,
            Times times,
            @Value("${hearth.calendar.reads}") int reads,
            @Value("${hearth.calendar.reads-in-all}") int readsInAll) {
        this.feeds = feeds;
        this.elsewhere = elsewhere;
        this.site = site;
        this.times = times;
        this.limit = new RateLimit(reads, readsInAll, STRETCH);
    }

    /** Programs read calendars, and they do not sign in. */
    @Bean
    static PublicPaths calendarPaths() {
        return PublicPaths.of("/calendar/feeds/**");
    }

    /**
     * @param since the day on which the address was made, such as "3 May"; empty while there is none
     * @param secret for the form that makes one
     * @param stopped whether that has just been done
     */
    record CalendarPage(String since, String secret, boolean stopped) {}

    @GetMapping("/calendar")
    Mono<Rendering> calendar(@RequestParam(defaultValue = "") String done, Viewer viewer) {
        String secret = FeedSecret.fresh();
        return feeds.of(viewer)
                .map(feed -> times.day(feed.madeAt()))
                .defaultIfEmpty("")
                .map(since -> Pages.show(
                        "calendar/calendar",
                        new CalendarPage(since, secret, done.equals("stopped") && since.isEmpty())));
    }

    /**
     * @param address as a link that opens a calendar
     * @param subscribe the same by the name that phones know calendars by
     */
    record MadePage(String address, String subscribe, QrCode code) {}

    /** The address is shown once, in the answer itself: its secret is kept nowhere, so there is nothing to redirect to. */
    @PostMapping("/calendar")
    Mono<Rendering> make(Form<CalendarForms.Address> form, Viewer viewer, ServerWebExchange exchange) {
        String secret = form.value().secret();
        String address = CalendarAnswers.origin(exchange) + "/calendar/feeds/" + secret + "/calendar.ics";
        String subscribe = address.replaceFirst("^https?:", "webcal:");
        return feeds.make(secret, viewer)
                .map(feed -> Pages.show("calendar/made", new MadePage(address, subscribe, QrCode.of(subscribe))));
    }

    @PostMapping("/calendar/stop")
    Mono<Rendering> stop(Viewer viewer) {
        return feeds.stop(viewer).thenReturn(Pages.seeOther("/calendar?done=stopped"));
    }

    @GetMapping("/calendar/feeds/{feed}/calendar.ics")
    Mono<ResponseEntity<byte[]>> read(@PathVariable String feed, ServerWebExchange exchange) {
        return reader(feed, exchange)
                .flatMap(viewer -> Mono.zip(feeds.entries(viewer), elsewhere.entries(feed, exchange)))
                .map(found -> CalendarAnswers.calendar(CalendarFile.calendar(
                        site.name(),
                        CalendarAnswers.origin(exchange),
                        Stream.concat(found.getT1().stream(), found.getT2().stream())
                                .toList())));
    }

    /** What this process alone knows, for the one beside it that answers for both. */
    @GetMapping("/calendar/feeds/{feed}/entries")
    Mono<ResponseEntity<List<CalendarEntry>>> entries(@PathVariable String feed, ServerWebExchange exchange) {
        return reader(feed, exchange)
                .flatMap(feeds::entries)
                .map(entries -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(entries));
    }

    private Mono<Viewer> reader(String feed, ServerWebExchange exchange) {
        return Mono.fromRunnable(() -> TooMany.unless(limit, exchange))
                .then(feeds.reader(feed))
                .switchIfEmpty(Mono.error(NotFound::new));
    }
}
