package hub.resources.news.web;

import hub.platform.text.InputText;
import hub.resources.publishing.CampaignFacts;
import hub.resources.publishing.GuideFacts;
import hub.resources.publishing.Kind;
import hub.resources.publishing.Manuscript;
import hub.resources.publishing.OfferFacts;
import hub.resources.publishing.OfferTopic;
import hub.resources.publishing.Particulars;
import hub.resources.standards.TsdStandard;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.validation.BindingResult;

/** What a guide, a campaign or a local offer has besides its words. A draft may lack things, but not be wrong. */
final class ParticularsCheck {
    /** A page of this hub, with or without the hub's own address before it. */
    private static final Pattern PAGE = Pattern.compile(
            "(?:https?://[^/\\s]+)?(/(?:news|training)/[0-9a-z]{12}(?:/[^?#\\s]*)?|/library/[a-z0-9-]+)(?:[?#]\\S*)?");

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final PublicationForm form;
    private final Kind kind;

    ParticularsCheck(PublicationForm form, Kind kind) {
        this.form = form;
        this.kind = kind;
    }

    Particulars particulars(List<TsdStandard> standards, boolean complete, BindingResult errors) {
        return switch (kind) {
            case NEWS, BEST_PRACTICE, BLOG, TRAINING_NOTICE -> Particulars.NONE;
            case GUIDE -> Particulars.of(guide(standards, complete, errors));
            case CAMPAIGN -> Particulars.of(campaign(complete, errors));
            case LOCAL_OFFER -> Particulars.of(offer(complete, errors));
        };
    }

    private GuideFacts guide(List<TsdStandard> standards, boolean complete, BindingResult errors) {
        List<String> topics = form.topics().stream()
                .filter(topic -> SLUG.matcher(topic).matches())
                .sorted()
                .toList();
        if (complete && topics.isEmpty()) {
            Answers.reject(errors, "topics", "news.topics.missing");
        }
        return new GuideFacts(
                topics,
                standards.stream()
                        .map(TsdStandard::number)
                        .filter(number -> form.standards().contains(number.toString()))
                        .toList(),
                Answers.line("owner", form.owner(), GuideFacts.LONGEST_OWNER, complete, errors),
                Answers.day("reviewBy", form.reviewBy(), complete, errors),
                "",
                "");
    }

    private CampaignFacts campaign(boolean complete, BindingResult errors) {
        String from = Answers.day("from", form.from(), complete, errors);
        String to = Answers.day("to", form.to(), complete, errors);
        LocalDate first = form.from().date();
        LocalDate last = form.to().date();
        if (first != null && last != null && last.isBefore(first)) {
            Answers.reject(errors, "to", "news.to.early");
        } else if (first != null && last != null && last.isAfter(first.plusDays(CampaignFacts.LONGEST - 1))) {
            Answers.reject(errors, "to", "news.to.long", CampaignFacts.LONGEST);
        }
        return new CampaignFacts(from, to, pages(errors));
    }

    /** One address a line. */
    private List<String> pages(BindingResult errors) {
        List<String> typed = form.pages()
                .lines()
                .map(InputText::clean)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        if (typed.size() > CampaignFacts.MOST_PAGES) {
            Answers.reject(errors, "pages", "news.pages.many", CampaignFacts.MOST_PAGES);
        }
        typed.stream()
                .filter(line -> !PAGE.matcher(line).matches())
                .findFirst()
                .ifPresent(line -> Answers.reject(errors, "pages", "news.pages.strange", line));
        return typed.stream().map(line -> PAGE.matcher(line).replaceFirst("$1")).toList();
    }

    private OfferFacts offer(boolean complete, BindingResult errors) {
        Map<String, String> said = new HashMap<>();
        Stream.of(OfferTopic.values()).forEach(topic -> {
            String text = InputText.cleanText(form.says(topic)).strip();
            Answers.atMost(errors, PublicationForm.field(topic), text, OfferFacts.LONGEST_TOPIC);
            if (!text.isEmpty()) {
                said.put(topic.slug(), text);
            }
        });
        return new OfferFacts(
                Answers.fact("manager", form.manager(), complete, errors),
                Answers.fact("managerRole", form.managerRole(), complete, errors),
                Answers.line("contact", form.contact(), Manuscript.LONGEST_FACT, complete, errors),
                Answers.day("reviewBy", form.reviewBy(), complete, errors),
                said);
    }
}
