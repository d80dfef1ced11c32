package hub.resources.policies.web;

import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.forms.TypedDate;
import hub.platform.forms.Understood;
import hub.platform.text.InputText;
import hub.resources.policies.Policy;
import hub.resources.policies.revision.NextVersions;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** With what a version is published, as it is typed. @param revision of the policy that the form was shown with */
record PublishForm(
        @Text(least = 3, most = 120, message = "policies.publish.owner.length")
        String owner,

        @Text(
                least = 3,
                most = 600,
                missing = "policies.publish.changes.missing",
                message = "policies.publish.changes.long")
        String changes,

        @Understood(message = "policies.publish.approvedOn.missing")
        TypedDate approvedOn,

        @Understood(message = "policies.publish.reviewDue.missing")
        TypedDate reviewDue,

        @Nullable Boolean toRead,
        Set<String> included,
        String revision,
        String formKey) {
    PublishForm {
        owner = InputText.clean(owner);
        changes = InputText.cleanText(changes).strip();
        approvedOn = TypedDate.orNone(approvedOn);
        reviewDue = TypedDate.orNone(reviewDue);
        included = included == null ? Set.of() : Set.copyOf(included);
        revision = InputText.orEmpty(revision);
        formKey = FormKey.orFresh(formKey);
    }

    static PublishForm of(Policy policy, Set<String> waiting) {
        return new PublishForm(
                policy.current().owner(),
                "",
                TypedDate.NONE,
                TypedDate.NONE,
                true,
                waiting,
                Long.toString(policy.revision()),
                "");
    }

    Policy.Approval approval() {
        return new Policy.Approval(
                owner,
                Objects.requireNonNull(approvedOn.date()),
                Objects.requireNonNull(reviewDue.date()),
                changes,
                Boolean.TRUE.equals(toRead));
    }

    NextVersions.Sent sent(String once) {
        return new NextVersions.Sent(InputText.number(revision), once);
    }
}
