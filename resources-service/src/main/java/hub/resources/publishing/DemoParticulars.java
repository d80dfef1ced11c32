package hub.resources.publishing;

import hub.platform.content.Content.ContentMistake;
import hub.platform.content.Content.Page;
import hub.platform.demo.DemoEntry;
import hub.platform.time.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a guide, a campaign or a local offer of the demo has besides its words. */
final class DemoParticulars {
    private DemoParticulars() {}

    /** @throws ContentMistake if something is missing or cannot be read */
    static Particulars read(Page page, Kind kind, Instant now) {
        DemoEntry front = new DemoEntry(page.front());
        return switch (kind) {
            case NEWS, BEST_PRACTICE, BLOG, TRAINING_NOTICE -> Particulars.NONE;
            case GUIDE ->
                Particulars.of(new GuideFacts(
                        front.texts("topics"),
                        standards(front),
                        page.required("owner"),
                        day(now, front.number("reviewInDays")),
                        "",
                        ""));
            case CAMPAIGN -> {
                DemoEntry week = front.entry("week");
                yield Particulars.of(new CampaignFacts(
                        day(now, week.number("fromInDays")), day(now, week.number("toInDays")), front.texts("pages")));
            }
            case LOCAL_OFFER ->
                Particulars.of(new OfferFacts(
                        page.required("manager"),
                        page.required("managerRole"),
                        page.required("contact"),
                        day(now, front.number("reviewInDays")),
                        topics(front.entry("topics"))));
        };
    }

    private static List<Integer> standards(DemoEntry front) {
        return front.texts("standards").stream().map(Integer::valueOf).toList();
    }

    private static Map<String, String> topics(DemoEntry said) {
        return Stream.of(OfferTopic.values())
                .filter(topic -> !said.text(topic.slug()).isEmpty())
                .collect(Collectors.toMap(OfferTopic::slug, topic -> said.text(topic.slug())));
    }

    private static String day(Instant now, int days) {
        return LocalDate.ofInstant(now, Times.LONDON).plusDays(days).toString();
    }
}
