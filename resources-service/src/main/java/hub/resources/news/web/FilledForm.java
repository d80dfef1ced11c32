package hub.resources.news.web;

import hub.platform.calendar.WallTime;
import hub.platform.forms.FormKey;
import hub.platform.forms.TypedDate;
import hub.platform.forms.TypedTime;
import hub.resources.audiences.Audience;
import hub.resources.publishing.CampaignFacts;
import hub.resources.publishing.GuideFacts;
import hub.resources.publishing.Manuscript;
import hub.resources.publishing.OfferFacts;
import hub.resources.publishing.OfferTopic;
import hub.resources.publishing.Particulars;
import hub.resources.publishing.PublicationWords;
import hub.resources.publishing.Timing;
import hub.resources.publishing.TrainingFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form with the answers that a publication already has. */
final class FilledForm {
    private static final String NONE = "";
    private static final TrainingFacts NO_TRAINING =
            new TrainingFacts(null, null, NONE, NONE, NONE, NONE, null, null, List.of(), NONE, NONE);
    private static final GuideFacts NO_GUIDE = new GuideFacts(List.of(), List.of(), NONE, NONE, NONE, NONE);
    private static final CampaignFacts NO_CAMPAIGN = new CampaignFacts(NONE, NONE, List.of());
    private static final OfferFacts NO_OFFER = new OfferFacts(NONE, NONE, NONE, NONE, Map.of());

    private FilledForm() {}

    static PublicationForm blank() {
        return of(new Manuscript(Audience.PUBLIC, NONE, NONE, NONE, false, null), NONE, NONE, NONE);
    }

    static PublicationForm of(Manuscript manuscript, String what, String version) {
        return of(manuscript, what, version, manuscript.audience().slug());
    }

    private static PublicationForm of(Manuscript manuscript, String what, String version, String audience) {
        TrainingFacts training = manuscript.training() == null ? NO_TRAINING : manuscript.training();
        Particulars particulars = manuscript.particulars();
        GuideFacts guide = particulars.guide() == null ? NO_GUIDE : particulars.guide();
        CampaignFacts campaign = particulars.campaign() == null ? NO_CAMPAIGN : particulars.campaign();
        OfferFacts offer = particulars.offer() == null ? NO_OFFER : particulars.offer();
        Timing timing = manuscript.timing();
        return new PublicationForm(
                manuscript.title(),
                manuscript.summary(),
                manuscript.text(),
                audience,
                Set.of(),
                manuscript.mustRead(),
                what,
                date(timing.from()),
                time(timing.from()),
                date(timing.until()),
                time(timing.until()),
                date(training.starts()),
                time(training.starts()),
                time(training.ends()),
                training.venue(),
                training.stepFree(),
                training.children(),
                training.refreshments(),
                training.places() == null ? NONE : training.places().toString(),
                training.hours() == null ? NONE : PublicationWords.hours(training.hours()),
                numbers(particulars.guide() == null ? training.standards() : guide.standards()),
                training.whatToExpect(),
                training.book(),
                Set.copyOf(guide.topics()),
                guide.owner(),
                day(particulars.offer() == null ? guide.reviewBy() : offer.reviewBy()),
                day(campaign.from()),
                day(campaign.to()),
                String.join("\n", campaign.pages()),
                offer.manager(),
                offer.managerRole(),
                offer.contact(),
                offer.says(OfferTopic.SUPPORT_GROUPS),
                offer.says(OfferTopic.MONEY),
                offer.says(OfferTopic.HOUSING),
                offer.says(OfferTopic.EDUCATION),
                offer.says(OfferTopic.FAMILY_TIME),
                offer.says(OfferTopic.LEGAL),
                offer.says(OfferTopic.THERAPEUTIC),
                version,
                FormKey.fresh(),
                NONE);
    }

    private static Set<String> numbers(Collection<Integer> standards) {
        return standards.stream().map(String::valueOf).collect(Collectors.toSet());
    }

    private static TypedDate day(String kept) {
        return kept.isEmpty() ? TypedDate.NONE : TypedDate.of(LocalDate.parse(kept));
    }

    private static TypedDate date(@Nullable Instant instant) {
        return instant == null
                ? TypedDate.NONE
                : TypedDate.of(WallTime.at(instant).date());
    }

    private static TypedTime time(@Nullable Instant instant) {
        return instant == null
                ? TypedTime.NONE
                : TypedTime.of(WallTime.at(instant).time());
    }
}
