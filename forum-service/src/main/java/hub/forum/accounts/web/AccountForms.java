package hub.forum.accounts.web;

import hub.forum.accounts.AccountDesk;
import hub.platform.forms.Checked;
import hub.platform.forms.Text;
import hub.platform.forms.Typed;
import hub.platform.identity.Account;
import hub.platform.identity.EmailAddress;
import hub.platform.identity.Role;
import hub.platform.text.InputText;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What an administrator sends about a person. Roles are a set, as a list would be filled by the numbers that come with it. */
final class AccountForms {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_LINE = 60;

    private AccountForms() {}

    record Person(
            @Text(least = 1, most = LONGEST_NAME, missing = "accounts.name.missing", message = "accounts.name.tooLong")
            String name,

            @Text(most = LONGEST_NAME, message = "accounts.name.tooLong")
            String household,

            @Text(most = LONGEST_LINE, message = "accounts.line.tooLong")
            String line,

            Set<String> roles,
            String worker) {
        Person {
            name = InputText.clean(name);
            household = InputText.clean(household);
            line = InputText.clean(line);
            roles = copyOf(roles);
            worker = InputText.clean(worker);
        }

        static Person of(Account account, String worker) {
            return new Person(
                    account.name(),
                    account.household().equals(account.id()) ? "" : account.household(),
                    account.line(),
                    account.roles().stream().map(Role::slug).collect(Collectors.toSet()),
                    worker);
        }

        AccountDesk.Details details() {
            return new AccountDesk.Details(name, household, line, known(roles));
        }
    }

    record Invitation(
            @Text(least = 1, most = LONGEST_NAME, missing = "accounts.name.missing", message = "accounts.name.tooLong")
            String name,

            @Typed String email,

            @Text(most = LONGEST_NAME, message = "accounts.name.tooLong")
            String household,

            @Text(most = LONGEST_LINE, message = "accounts.line.tooLong")
            String line,

            Set<String> roles)
            implements Checked {
        Invitation {
            name = InputText.clean(name);
            email = EmailAddress.spelling(InputText.orEmpty(email));
            household = InputText.clean(household);
            line = InputText.clean(line);
            roles = copyOf(roles);
        }

        static Invitation empty() {
            return new Invitation("", "", "", "", Set.of("carer"));
        }

        AccountDesk.Details details() {
            return new AccountDesk.Details(name, household, line, known(roles));
        }

        @Override
        public void check(Errors errors) {
            if (EmailAddress.of(email).isEmpty()) {
                errors.rejectValue("email", "accounts.email.wrong");
            }
        }
    }

    /** Why a new link is made. */
    record NewLink(
            @Text(least = 10, most = 500, message = "accounts.link.reason.length")
            String reason) {
        NewLink {
            reason = InputText.cleanText(reason).strip();
        }
    }

    private static Set<String> copyOf(@Nullable Set<String> roles) {
        return roles == null ? Set.of() : Set.copyOf(roles);
    }

    private static Set<Role> known(Set<String> slugs) {
        return Arrays.stream(Role.values())
                .filter(role -> slugs.contains(role.slug()))
                .collect(Collectors.toSet());
    }
}
