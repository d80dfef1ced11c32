package hub.resources.campaigns.web;

import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.pages.Share;
import hub.platform.time.Times;
import hub.resources.audiences.Audience;
import hub.resources.campaigns.Campaigns;
import hub.resources.library.Piece;
import hub.resources.publishing.CampaignFacts;
import hub.resources.publishing.Position;
import hub.resources.publishing.Publication;
import hub.resources.publishing.PublicationLine;
import hub.resources.publishing.PublicationWords;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Campaigns to read: while they are on, and afterwards as their story. */
@Controller
class CampaignController {
    private static final int PAGE = 20;

    private final Campaigns campaigns;
    private final MeetingsOfTheWeek meetings;
    private final PublicationWords words;
    private final Clock clock;
    private final String address;

    /** @param address the hub's own */
    CampaignController(
            Campaigns campaigns,
            MeetingsOfTheWeek meetings,
            PublicationWords words,
            Clock clock,
            @Value("${hearth.mail.address}") String address) {
        this.campaigns = campaigns;
        this.meetings = meetings;
        this.words = words;
        this.clock = clock;
        this.address = address;
    }

    record ListPage(
            List<PublicationLine> lines,
            @Nullable String newer,
            @Nullable String older) {}

    /**
     * @param first "Monday 5 October 2026"
     * @param when the end of a message's key: ahead, on or over
     * @param updated "Updated 3 May"; empty if it was never corrected
     * @param done the message key of what an editor has just done
     */
    record CampaignPage(
            Publication item,
            String first,
            String last,
            String when,
            String updated,
            List<PublicationLine> news,
            List<Guide> guides,
            MeetingsOfTheWeek.Meetings meetings,
            @Nullable String done) {}

    record Guide(String href, String title, String summary) {
        static Guide of(Piece piece) {
            return new Guide(piece.path(), piece.title(), piece.summary());
        }
    }

    @GetMapping("/campaigns")
    Mono<Rendering> list(@RequestParam(defaultValue = "") String before, Viewer viewer) {
        return campaigns
                .newest(Position.of(before), PAGE + 1, viewer)
                .collectList()
                .flatMap(found -> words.lines(found.stream().limit(PAGE).toList(), viewer)
                        .map(lines -> new ListPage(lines, before.isEmpty() ? null : "/campaigns", older(found))))
                .map(page -> Pages.show("campaigns/list", page));
    }

    private static @Nullable String older(List<Publication> found) {
        if (found.size() <= PAGE) {
            return null;
        }
        Publication last = found.get(PAGE - 1);
        return "/campaigns?before=" + new Position(last.shownAt(), last.id());
    }

    @GetMapping("/campaigns/{slug}")
    Mono<Rendering> campaign(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String done,
            Viewer viewer,
            ServerWebExchange exchange) {
        return campaigns.find(slug, viewer).flatMap(item -> page(item, done, viewer, exchange));
    }

    private Mono<Rendering> page(Publication item, String done, Viewer viewer, ServerWebExchange exchange) {
        CampaignFacts facts = Objects.requireNonNull(item.particulars().campaign(), "a campaign has its days");
        return Mono.zip(campaigns.gathered(facts, viewer), meetings.of(facts, exchange))
                .flatMap(found -> words.lines(found.getT1().news(), viewer)
                        .map(news -> new CampaignPage(
                                item,
                                Times.inFull(facts.firstDay()),
                                Times.inFull(facts.lastDay()),
                                when(facts),
                                words.updated(item),
                                news,
                                found.getT1().guides().stream().map(Guide::of).toList(),
                                found.getT2(),
                                PublicationWords.done(done, viewer))))
                .map(page -> shared(Pages.show("campaigns/campaign", page), item));
    }

    private String when(CampaignFacts facts) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Times.LONDON);
        if (today.isBefore(facts.firstDay())) {
            return "ahead";
        }
        return today.isAfter(facts.lastDay()) ? "over" : "on";
    }

    private Rendering shared(Rendering page, Publication item) {
        return item.audience() == Audience.PUBLIC
                ? Pages.shared(page, new Share(item.title(), item.words().summary(), address + item.path()))
                : page;
    }
}
