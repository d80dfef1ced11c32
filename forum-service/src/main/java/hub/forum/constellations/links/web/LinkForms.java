package hub.forum.constellations.links.web;

import hub.forum.constellations.links.LinkOffer;
import hub.forum.constellations.links.LinkRequest;
import hub.forum.constellations.links.Matter;
import hub.platform.forms.Checked;
import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.guard.Careful;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The forms of cultural links. */
final class LinkForms {
    private LinkForms() {}

    /** Something that is sought. @param matters of {@link Matter} */
    record AskForm(
            Set<String> matters,

            @Careful
            @Text(
                    least = 3,
                    most = LinkRequest.MOST_WORDS,
                    missing = "constellations.links.ask.words.missing",
                    message = "constellations.links.ask.words.length")
            String words,

            String formKey)
            implements Checked {
        AskForm {
            matters = matters == null ? Set.of() : Set.copyOf(matters);
            words = InputText.cleanText(words).strip();
            formKey = FormKey.orFresh(formKey);
        }

        @Override
        public void check(Errors errors) {
            if (matters.isEmpty() || chosen(matters).size() != matters.size()) {
                errors.rejectValue("matters", "constellations.links.ask.matters.missing");
            }
        }
    }

    /** What is offered, in words on each matter. @param shown the matters that may be shown */
    record OfferForm(
            @Careful @Text(most = LinkOffer.MOST_WORDS, message = "constellations.links.offer.length")
            String culture,

            @Careful @Text(most = LinkOffer.MOST_WORDS, message = "constellations.links.offer.length")
            String faith,

            @Careful @Text(most = LinkOffer.MOST_WORDS, message = "constellations.links.offer.length")
            String language,

            @Careful @Text(most = LinkOffer.MOST_WORDS, message = "constellations.links.offer.length")
            String hair,

            @Careful @Text(most = LinkOffer.MOST_WORDS, message = "constellations.links.offer.length")
            String food,

            @Careful @Text(most = LinkOffer.MOST_WORDS, message = "constellations.links.offer.length")
            String origin,

            Set<String> shown)
            implements Checked {
        static final List<String> FIELDS = List.of("culture", "faith", "language", "hair", "food", "origin", "shown");

        OfferForm {
            culture = InputText.clean(culture);
            faith = InputText.clean(faith);
            language = InputText.clean(language);
            hair = InputText.clean(hair);
            food = InputText.clean(food);
            origin = InputText.clean(origin);
            shown = shown == null ? Set.of() : Set.copyOf(shown);
        }

        static OfferForm of(LinkOffer offer) {
            return new OfferForm(
                    offer.words().getOrDefault(Matter.CULTURE, ""),
                    offer.words().getOrDefault(Matter.FAITH, ""),
                    offer.words().getOrDefault(Matter.LANGUAGE, ""),
                    offer.words().getOrDefault(Matter.HAIR_AND_SKIN, ""),
                    offer.words().getOrDefault(Matter.FOOD, ""),
                    offer.words().getOrDefault(Matter.ORIGIN, ""),
                    offer.shown().keySet().stream().map(Slug::slug).collect(Collectors.toSet()));
        }

        /** By matter, without those on which nothing is said. */
        Map<Matter, String> words() {
            Map<Matter, String> said = new EnumMap<>(Matter.class);
            said.put(Matter.CULTURE, culture);
            said.put(Matter.FAITH, faith);
            said.put(Matter.LANGUAGE, language);
            said.put(Matter.HAIR_AND_SKIN, hair);
            said.put(Matter.FOOD, food);
            said.put(Matter.ORIGIN, origin);
            said.values().removeIf(String::isEmpty);
            return said;
        }

        @Override
        public void check(Errors errors) {
            if (words().isEmpty()) {
                errors.rejectValue("culture", "constellations.links.offer.missing");
            }
            if (chosen(shown).size() != shown.size()) {
                errors.rejectValue("shown", "constellations.links.offer.shown.missing");
            } else if (!words().keySet().containsAll(chosen(shown))) {
                errors.rejectValue("shown", "constellations.links.offer.shown.empty");
            }
        }
    }

    /** An answer. @param proposal the key of the proposal that the page showed */
    record AnswerForm(String proposal) {
        AnswerForm {
            proposal = InputText.clean(proposal);
        }
    }

    /** @param offer the id of the offer that is proposed */
    record ProposeForm(String offer) implements Checked {
        ProposeForm {
            offer = InputText.clean(offer);
        }

        @Override
        public void check(Errors errors) {
            if (offer.isEmpty()) {
                errors.rejectValue("offer", "constellations.links.propose.missing");
            }
        }
    }

    static Set<Matter> chosen(@Nullable Set<String> slugs) {
        return slugs == null
                ? Set.of()
                : slugs.stream()
                        .flatMap(slug -> Slug.find(Matter.class, slug).stream())
                        .collect(Collectors.toSet());
    }
}
