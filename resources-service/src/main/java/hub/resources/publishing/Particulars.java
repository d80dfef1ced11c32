package hub.resources.publishing;

import hub.platform.time.Times;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** All of it, one under the other. */
    String inFull() {
        if (guide != null) {
            return lines(
                    String.join(", ", guide.topics()),
                    numbers(guide.standards()),
                    guide.owner(),
                    day(guide.reviewBy()));
        }
        if (campaign != null) {
            return lines(day(campaign.from()), day(campaign.to()), String.join("\n", campaign.pages()));
        }
        return offer == null ? "" : inFull(offer);
    }

    private static String inFull(OfferFacts offer) {
        String who = String.join(", ", offer.manager(), offer.managerRole(), offer.contact());
        return lines(who, day(offer.reviewBy()))
                + "\n\n"
                + offer.topics().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue)
                        .collect(Collectors.joining("\n\n"));
    }

    private static String lines(String... said) {
        return Stream.of(said).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static String numbers(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String day(String day) {
        return day.isEmpty() ? "" : Times.inFull(LocalDate.parse(day));
    }
}
