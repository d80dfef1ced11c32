package hub.forum.ambassadors.web;

import hub.forum.ambassadors.Ambassador;
import hub.forum.ambassadors.Fostering;
import hub.forum.ambassadors.Household;
import hub.platform.forms.Checked;
import hub.platform.forms.Text;
import hub.platform.guard.Careful;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What an ambassador says of herself.
 *
 * @param household as in {@link Household#slug}; likewise fostering, and shown as in {@link Ambassador.Attribute#slug}
 * @param capacity a number
 */
record AmbassadorForm(
        String household,
        Set<String> fostering,

        @Careful @Text(most = 200, message = "ambassadors.profile.heritage.length")
        String heritage,

        @Careful @Text(most = 200, message = "ambassadors.profile.faith.length")
        String faith,

        @Text(most = 120, message = "ambassadors.profile.languages.length")
        String languages,

        String capacity,
        @Nullable Boolean visits,
        @Nullable Boolean media,
        Set<String> shown)
        implements Checked {
    AmbassadorForm {
        household = InputText.clean(household);
        fostering = fostering == null ? Set.of() : Set.copyOf(fostering);
        heritage = InputText.clean(heritage);
        faith = InputText.clean(faith);
        languages = InputText.clean(languages);
        capacity = InputText.clean(capacity);
        shown = shown == null ? Set.of() : Set.copyOf(shown);
    }

    static AmbassadorForm of(Ambassador one) {
        Ambassador.Profile said = one.profile();
        Household household = said.household();
        return new AmbassadorForm(
                household == null ? "" : household.slug(),
                said.fostering().stream().map(Fostering::slug).collect(Collectors.toSet()),
                said.heritage(),
                said.faith(),
                said.languages(),
                String.valueOf(one.capacity()),
                said.visits(),
                said.media(),
                one.shown().keySet().stream().map(Ambassador.Attribute::slug).collect(Collectors.toSet()));
    }

    @Override
    public void check(Errors errors) {
        if (Slug.find(Household.class, household).isEmpty()) {
            errors.rejectValue("household", "ambassadors.profile.household.missing");
        }
        if (Fostering.of(fostering).isEmpty()) {
            errors.rejectValue("fostering", "ambassadors.profile.fostering.missing");
        }
        int places = InputText.number(capacity);
        if (places < 1 || places > Ambassador.MOST) {
            errors.rejectValue("capacity", "ambassadors.profile.capacity.wrong");
        }
    }

    /** Of a form without mistakes. */
    Ambassador.Profile profile() {
        return new Ambassador.Profile(
                Slug.find(Household.class, household).orElseThrow(),
                Fostering.of(fostering),
                heritage,
                faith,
                languages,
                Boolean.TRUE.equals(visits),
                Boolean.TRUE.equals(media));
    }

    Set<Ambassador.Attribute> consents() {
        return Arrays.stream(Ambassador.Attribute.values())
                .filter(one -> shown.contains(one.slug()))
                .collect(Collectors.toSet());
    }

    int places() {
        return InputText.number(capacity);
    }
}
