package hub.forum.groups.web;

import hub.forum.groups.Group;
import hub.forum.groups.GroupDetails;
import hub.platform.forms.Checked;
import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import java.util.Optional;
import org.springframework.validation.Errors;

/**
 * A group as an administrator writes it.
 *
 * @param kind as in {@link Group.Kind#slug}; the kind of a group that is changed is fixed: {@link #ofKind}
 * @param privacy as in {@link Group.Privacy#slug}
 * @param version of the agreement that the form was shown with; 0 for none
 */
record GroupForm(
        @Text(least = 3, most = 80, message = "groups.form.name.length")
        String name,

        String kind,
        String privacy,

        @Text(least = 1, most = 80, message = "groups.form.area.length")
        String area,

        @Text(least = 1, most = 500, message = "groups.form.purpose.length")
        String purpose,

        @Text(most = 200, message = "groups.form.venue.length")
        String venue,

        @Text(most = 10_000, message = "groups.form.agreement.length")
        String agreement,

        String version,
        String formKey)
        implements Checked {
    GroupForm {
        name = InputText.clean(name);
        kind = InputText.clean(kind);
        privacy = InputText.clean(privacy);
        area = InputText.clean(area);
        purpose = InputText.clean(purpose);
        venue = InputText.clean(venue);
        agreement = InputText.cleanText(agreement).strip();
        version = InputText.clean(version);
        formKey = FormKey.orFresh(formKey);
    }

    static GroupForm empty() {
        return new GroupForm("", "", "", "", "", "", "", "0", "");
    }

    static GroupForm of(Group group) {
        return new GroupForm(
                group.name(),
                group.kind().slug(),
                group.privacy().slug(),
                group.area(),
                group.purpose(),
                group.venue() == null ? "" : group.venue(),
                group.agreement() == null ? "" : group.agreement().markdown(),
                Integer.toString(group.agreementVersion()),
                "");
    }

    GroupForm ofKind(Group.Kind fixed) {
        return new GroupForm(name, fixed.slug(), privacy, area, purpose, venue, agreement, version, formKey);
    }

    /** The version of the agreement that the administrator saw; -1, which no group has, if what was sent is none. */
    int seenVersion() {
        return InputText.number(version);
    }

    @Override
    public void check(Errors errors) {
        Group.Kind chosenKind = chosenKind().orElse(null);
        Group.Privacy chosenPrivacy = chosenPrivacy().orElse(null);
        if (chosenKind == null) {
            errors.rejectValue("kind", "groups.form.kind.missing");
        }
        if (chosenPrivacy == null) {
            errors.rejectValue("privacy", "groups.form.privacy.missing");
        } else if (chosenKind != null && !Group.allows(chosenKind, chosenPrivacy)) {
            errors.rejectValue("privacy", "groups.form.privacy." + chosenKind.slug());
        }
        if (chosenKind != Group.Kind.BOARD && agreement.isEmpty()) {
            errors.rejectValue("agreement", "groups.form.agreement.length");
        }
    }

    private Optional<Group.Kind> chosenKind() {
        return Slug.find(Group.Kind.class, kind).filter(Group.Kind.managed()::contains);
    }

    private Optional<Group.Privacy> chosenPrivacy() {
        return Slug.find(Group.Privacy.class, privacy);
    }

    /** The details of a form without mistakes. */
    GroupDetails details() {
        return GroupDetails.clean(
                name, chosenKind().orElseThrow(), chosenPrivacy().orElseThrow(), area, purpose, venue, agreement);
    }
}
