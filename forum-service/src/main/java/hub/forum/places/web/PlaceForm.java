package hub.forum.places.web;

import hub.platform.forms.Checked;
import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.places.FamilyHub;
import hub.platform.places.HubFacts;
import hub.platform.places.StepFree;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.validation.Errors;

/**
 * A family hub as staff write it.
 *
 * @param stepFree as in {@link StepFree#slug}
 * @param version of the hub that the form was shown with; 0 for a new one
 */
record PlaceForm(
        @Text(least = 3, most = 80, message = "places.form.name.length")
        String name,

        @Text(least = 1, most = 80, message = "places.form.area.length")
        String area,

        @Text(least = 3, most = 200, message = "places.form.address.length")
        String address,

        @Text(least = 1, most = 20, message = "places.form.postcode.wrong")
        String postcode,

        String stepFree,

        @Text(most = 300, message = "places.form.length") String access,

        @Text(most = 300, message = "places.form.length") String toilets,

        @Text(most = 300, message = "places.form.length") String parking,

        @Text(most = 300, message = "places.form.length") String bus,

        String version,
        String formKey)
        implements Checked {
    /** The shape of a British postcode, with or without its space. */
    private static final Pattern POSTCODE = Pattern.compile("([A-Z]{1,2}[0-9][A-Z0-9]?) ?([0-9][A-Z]{2})");

    PlaceForm {
        name = InputText.clean(name);
        area = InputText.clean(area);
        address = InputText.clean(address);
        postcode = written(InputText.clean(postcode));
        stepFree = InputText.clean(stepFree);
        access = InputText.clean(access);
        toilets = InputText.clean(toilets);
        parking = InputText.clean(parking);
        bus = InputText.clean(bus);
        version = InputText.clean(version);
        formKey = FormKey.orFresh(formKey);
    }

    private static String written(String typed) {
        Matcher postcode = POSTCODE.matcher(typed.toUpperCase(Locale.UK));
        return postcode.matches() ? postcode.group(1) + " " + postcode.group(2) : typed;
    }

    static PlaceForm empty() {
        return new PlaceForm("", "", "", "", "", "", "", "", "", "0", "");
    }

    static PlaceForm of(FamilyHub hub) {
        HubFacts facts = hub.facts();
        return new PlaceForm(
                facts.name(),
                facts.area(),
                facts.address(),
                facts.postcode(),
                facts.stepFree().slug(),
                facts.access(),
                facts.toilets(),
                facts.parking(),
                facts.bus(),
                Integer.toString(hub.version()),
                "");
    }

    int seenVersion() {
        return InputText.number(version);
    }

    @Override
    public void check(Errors errors) {
        if (!postcode.isEmpty() && !POSTCODE.matcher(postcode).matches() && !errors.hasFieldErrors("postcode")) {
            errors.rejectValue("postcode", "places.form.postcode.wrong");
        }
        if (Slug.find(StepFree.class, stepFree).isEmpty()) {
            errors.rejectValue("stepFree", "places.form.stepFree.missing");
        }
    }

    /** The facts of a form without mistakes. */
    HubFacts facts() {
        return new HubFacts(
                name,
                area,
                address,
                postcode,
                Slug.find(StepFree.class, stepFree).orElseThrow(),
                access,
                toilets,
                parking,
                bus);
    }
}
