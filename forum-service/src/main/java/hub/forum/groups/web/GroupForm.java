package hub.forum.groups.web;

import hub.forum.groups.Group;
import hub.forum.groups.GroupDetails;
import hub.platform.web.FormKey;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * A group as an administrator writes it.
 *
 * @param kind as in {@link Group.Kind#slug}
 * @param privacy as in {@link Group.Privacy#slug}
 * @param version of the agreement that the form was shown with; 0 for none
 */
record GroupForm(
        String name,
        String kind,
        String privacy,
        String area,
        String purpose,
        String venue,
        String agreement,
        String version,
        String formKey) {

    GroupForm {
        name = Typed.orEmpty(name);
        kind = Typed.orEmpty(kind);
        privacy = Typed.orEmpty(privacy);
        area = Typed.orEmpty(area);
        purpose = Typed.orEmpty(purpose);
        venue = Typed.orEmpty(venue);
        agreement = Typed.orEmpty(agreement);
        version = Typed.orEmpty(version);
        formKey = FormKey.orFresh(Typed.orEmpty(formKey));
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
                Typed.orEmpty(group.venue()),
                group.agreement() == null ? "" : group.agreement().markdown(),
                Integer.toString(group.agreementVersion()),
                "");
    }

    /** The version of the agreement that the administrator saw; -1, which no group has, if what was sent is none. */
    int seenVersion() {
        return Typed.number(version);
    }

    /**
     * The details without mistakes, or null with the mistakes among the errors.
     *
     * @param fixed the kind of the group that is changed; null for a new one, whose kind the form says
     */
    @Nullable
    GroupDetails check(Group.@Nullable Kind fixed, BindingResult errors) {
        Optional<Group.Kind> chosenKind = fixed != null
                ? Optional.of(fixed)
                : Arrays.stream(Group.Kind.values())
                        .filter(one -> one.slug().equals(kind))
                        .findFirst();
        Optional<Group.Privacy> chosenPrivacy = Arrays.stream(Group.Privacy.values())
                .filter(one -> one.slug().equals(privacy))
                .findFirst();
        if (chosenKind.isEmpty()) {
            errors.rejectValue("kind", "groups.form.kind.missing");
        }
        if (chosenPrivacy.isEmpty()) {
            errors.rejectValue("privacy", "groups.form.privacy.missing");
        }
        Group.Kind checkedKind = chosenKind.orElse(Group.Kind.PEER_SUPPORT_GROUP);
        Group.Privacy checkedPrivacy = chosenPrivacy.orElse(Group.Privacy.CLOSED);
        GroupDetails details = GroupDetails.clean(name, checkedKind, checkedPrivacy, area, purpose, venue, agreement);
        boolean chosen = !errors.hasErrors();
        details.mistakes().stream()
                .filter(mistake -> chosen || !mistake.field().equals("privacy"))
                .forEach(mistake -> errors.rejectValue(mistake.field(), mistake.messageKey()));
        return errors.hasErrors() ? null : details;
    }
}
