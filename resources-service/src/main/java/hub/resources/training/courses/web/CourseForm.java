package hub.resources.training.courses.web;

import hub.platform.forms.Checked;
import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.forms.Typed;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import hub.resources.audiences.Audience;
import hub.resources.publishing.PublicationWords;
import hub.resources.standards.TsdStandard;
import hub.resources.training.courses.Course;
import hub.resources.training.courses.Mandatory;
import hub.resources.training.courses.Outline;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A course as it is typed.
 *
 * @param version of the course that the form was shown with; empty for a new one
 */
record CourseForm(
        @Text(
                least = 3,
                most = Outline.LONGEST_TITLE,
                missing = "training.form.title.missing",
                message = "training.form.title.long")
        String title,

        @Text(
                least = 1,
                most = Outline.LONGEST_PURPOSE,
                missing = "training.form.purpose.missing",
                message = "training.form.purpose.long")
        String purpose,

        String audience,
        String mandatory,
        @Typed String hours,

        Set<String> standards,
        @Typed String validMonths,

        @Text(most = Outline.LONGEST_LINE, message = "training.form.line.long")
        String prerequisites,

        @Text(most = Outline.LONGEST_LINE, message = "training.form.line.long")
        String materials,

        @Text(most = Outline.LONGEST_LINE, message = "training.form.line.long")
        String provider,

        String version,
        String formKey)
        implements Checked {
    static final List<String> FIELDS = List.of(
            "title",
            "purpose",
            "audience",
            "mandatory",
            "hours",
            "standards",
            "validMonths",
            "prerequisites",
            "materials",
            "provider");

    private static final String MATERIALS = "(/library/[A-Za-z0-9/_-]{1,180})?";

    CourseForm {
        title = InputText.clean(title);
        purpose = InputText.cleanText(purpose);
        audience = InputText.orEmpty(audience);
        mandatory = InputText.orEmpty(mandatory);
        hours = InputText.clean(hours);
        standards = standards == null ? Set.of() : Set.copyOf(standards);
        validMonths = InputText.clean(validMonths);
        prerequisites = InputText.clean(prerequisites);
        materials = InputText.clean(materials);
        provider = InputText.clean(provider);
        version = InputText.orEmpty(version);
        formKey = FormKey.orFresh(formKey);
    }

    static CourseForm blank() {
        String none = "";
        return new CourseForm(
                none,
                none,
                Audience.CARERS.slug(),
                Mandatory.NOBODY.slug(),
                none,
                Set.of(),
                none,
                none,
                none,
                none,
                none,
                none);
    }

    static CourseForm of(Course course) {
        Outline outline = course.outline();
        return new CourseForm(
                outline.title(),
                outline.purpose(),
                outline.audience().slug(),
                outline.mandatory().slug(),
                PublicationWords.hours(outline.hours()),
                outline.standards().stream().map(String::valueOf).collect(Collectors.toSet()),
                outline.validMonths() == null ? "" : outline.validMonths().toString(),
                outline.prerequisites(),
                outline.materials(),
                outline.provider(),
                Long.toString(course.version()),
                FormKey.fresh());
    }

    @Override
    public void check(Errors errors) {
        if (readers().isEmpty()) {
            reject(errors, "audience", "training.form.audience.missing");
        }
        if (Slug.find(Mandatory.class, mandatory).isEmpty()) {
            reject(errors, "mandatory", "training.form.mandatory.missing");
        }
        if (TypedNumbers.hours(hours).isEmpty()) {
            reject(errors, "hours", "training.form.hours.wrong");
        }
        if (!validMonths.isEmpty() && months() == null) {
            reject(errors, "validMonths", "training.form.validMonths.wrong");
        }
        if (!materials.matches(MATERIALS)) {
            reject(errors, "materials", "training.form.materials.wrong");
        }
    }

    private static void reject(Errors errors, String field, String key) {
        errors.rejectValue(field, key, key);
    }

    /** The public cannot book, so no course is for it. */
    private Optional<Audience> readers() {
        return Slug.find(Audience.class, audience).filter(readers -> readers != Audience.PUBLIC);
    }

    private @Nullable Integer months() {
        int number = InputText.number(validMonths);
        return number < 1 || number > Outline.MOST_MONTHS ? null : number;
    }

    /** Of a form without errors. */
    Outline outline(List<TsdStandard> known) {
        return new Outline(
                title,
                purpose,
                readers().orElseThrow(),
                Slug.find(Mandatory.class, mandatory).orElseThrow(),
                TypedNumbers.hours(hours).orElseThrow(),
                known.stream()
                        .map(TsdStandard::number)
                        .filter(number -> standards.contains(number.toString()))
                        .toList(),
                months(),
                prerequisites,
                materials,
                provider);
    }

    long seen() {
        return TypedNumbers.version(version);
    }
}
