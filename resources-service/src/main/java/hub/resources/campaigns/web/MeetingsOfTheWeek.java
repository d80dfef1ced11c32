package hub.resources.campaigns.web;

import hub.platform.elsewhere.OtherService;
import hub.platform.pages.PublicDates;
import hub.resources.publishing.CampaignFacts;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Meetings of a campaign's days: of this process where the forum is in it too, else asked of the forum. */
@Component
class MeetingsOfTheWeek {
    private final ObjectProvider<PublicDates> here;
    private final OtherService forum;

    MeetingsOfTheWeek(ObjectProvider<PublicDates> here, OtherService forum) {
        this.here = here;
        this.forum = forum;
    }

    /**
     * @param lines as this process has them, or none
     * @param html the same list as the forum made it, or empty; written by that service, not by people
     */
    record Meetings(List<PublicDates.Line> lines, String html) {
        static final Meetings NONE = new Meetings(List.of(), "");

        public boolean some() {
            return !lines.isEmpty() || !html.isEmpty();
        }
    }

    /** None where the forum cannot be asked; never waits for it longer than {@link OtherService#PATIENCE}. */
    Mono<Meetings> of(CampaignFacts campaign, ServerWebExchange exchange) {
        PublicDates dates = here.getIfAvailable();
        return dates == null
                ? forum.fragment(
                                PublicDates.PATH,
                                Map.of(PublicDates.FROM, campaign.from(), PublicDates.TO, campaign.to()),
                                exchange)
                        .map(html -> new Meetings(List.of(), html.strip()))
                        .defaultIfEmpty(Meetings.NONE)
                : dates.between(campaign.firstDay(), campaign.lastDay()).map(lines -> new Meetings(lines, ""));
    }
}
