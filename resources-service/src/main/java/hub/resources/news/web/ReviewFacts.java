package hub.resources.news.web;

import hub.platform.time.Times;
import hub.resources.publishing.CampaignFacts;
import hub.resources.publishing.GuideFacts;
import hub.resources.publishing.GuideTopics;
import hub.resources.publishing.Manuscript;
import hub.resources.publishing.OfferFacts;
import hub.resources.publishing.PublicationWords;
import hub.resources.publishing.TrainingFacts;
import hub.resources.standards.TsdStandards;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a manuscript has besides its words, line by line: whoever approves it approves all of it. */
@Component
class ReviewFacts {
    private final PublicationWords words;
    private final GuideTopics topics;
    private final TsdStandards standards;

    ReviewFacts(PublicationWords words, GuideTopics topics, TsdStandards standards) {
        this.words = words;
        this.topics = topics;
        this.standards = standards;
    }

    /** @param word the message key of what it is; @param text may have several lines */
    record Fact(String word, String text) {}

    /** Without those that say nothing. */
    List<Fact> of(Manuscript manuscript) {
        TrainingFacts training = manuscript.training();
        GuideFacts guide = manuscript.particulars().guide();
        CampaignFacts campaign = manuscript.particulars().campaign();
        OfferFacts offer = manuscript.particulars().offer();
        return Stream.of(
                        training == null ? Stream.<Fact>empty() : training(training),
                        guide == null ? Stream.<Fact>empty() : guide(guide),
                        campaign == null ? Stream.<Fact>empty() : campaign(campaign),
                        offer == null
                                ? Stream.<Fact>empty()
                                : Stream.of(new Fact("news.form.reviewBy", day(offer.reviewBy()))))
                .flatMap(facts -> facts)
                .filter(fact -> !fact.text().isEmpty())
                .toList();
    }

    private Stream<Fact> training(TrainingFacts facts) {
        Integer places = facts.places();
        Double hours = facts.hours();
        String when = Stream.of(words.date(facts), words.hoursOfDay(facts))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return Stream.of(
                new Fact("training.when", when),
                new Fact("news.form.venue", facts.venue()),
                new Fact("news.form.stepFree", facts.stepFree()),
                new Fact("news.form.children", facts.children()),
                new Fact("news.form.refreshments", facts.refreshments()),
                new Fact("news.form.places", places == null ? "" : places.toString()),
                new Fact("news.form.hours", hours == null ? "" : PublicationWords.hours(hours)),
                new Fact("news.form.standards", standards(facts.standards())),
                new Fact("news.form.whatToExpect", facts.whatToExpect()),
                new Fact("news.form.book", facts.book()));
    }

    private Stream<Fact> guide(GuideFacts facts) {
        String about = topics.all().stream()
                .filter(topic -> facts.topics().contains(topic.slug()))
                .map(GuideTopics.Named::name)
                .collect(Collectors.joining(", "));
        return Stream.of(
                new Fact("news.form.topics", about),
                new Fact("news.form.standards", standards(facts.standards())),
                new Fact("news.form.owner", facts.owner()),
                new Fact("news.form.reviewBy", day(facts.reviewBy())));
    }

    private static Stream<Fact> campaign(CampaignFacts facts) {
        return Stream.of(
                new Fact("news.form.from", day(facts.from())),
                new Fact("news.form.to", day(facts.to())),
                new Fact("news.form.pages", String.join("\n", facts.pages())));
    }

    private String standards(Collection<Integer> numbers) {
        return standards.all().stream()
                .filter(standard -> numbers.contains(standard.number()))
                .map(standard -> standard.number() + " " + standard.name())
                .collect(Collectors.joining(", "));
    }

    private static String day(String day) {
        return day.isEmpty() ? "" : Times.inFull(LocalDate.parse(day));
    }
}
