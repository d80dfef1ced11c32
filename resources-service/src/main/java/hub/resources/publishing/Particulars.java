package hub.resources.publishing;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a guide, a campaign or a local offer has besides its words; for each kind its own, and the others are null. */
public record Particulars(
        @Nullable GuideFacts guide,
        @Nullable CampaignFacts campaign,
        @Nullable OfferFacts offer) {
    public static final Particulars NONE = new Particulars(null, null, null);

    public static Particulars of(GuideFacts guide) {
        return new Particulars(guide, null, null);
    }

    public static Particulars of(CampaignFacts campaign) {
        return new Particulars(null, campaign, null);
    }

    public static Particulars of(OfferFacts offer) {
        return new Particulars(null, null, offer);
    }

    /** Whether there is enough for readers. */
    boolean complete() {
        return (guide == null || guide.complete())
                && (campaign == null || campaign.complete())
                && (offer == null || offer.complete());
    }

    /** What readers see of it as words. */
    Particulars asRead() {
        return new Particulars(
                guide == null ? null : guide.reviewedBy("", ""), campaign, offer == null ? null : offer.reviewedBy(""));
    }

    /** What of it is words, one under the other. */
    String inFull() {
        if (offer == null) {
            return campaign == null ? "" : String.join("\n", campaign.pages());
        }
        String who = String.join(", ", offer.manager(), offer.managerRole(), offer.contact());
        return who
                + "\n\n"
                + offer.topics().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue)
                        .collect(Collectors.joining("\n\n"));
    }
}
