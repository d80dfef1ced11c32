package hub.forum.accounts.web;

import hub.forum.accounts.AccountDesk;
import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.platform.text.Lines;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.validation.BindingResult;

/** What an administrator sends about a person. A field that was not sent arrives as null, whatever the component's type says; roles are a set, as a list would be
 * filled by the numbers that come with it. */
final class AccountForms {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_LINE = 60;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    /** In all, as the sign-in keeps it: in small letters. */
    private static final int LONGEST_EMAIL = 254;

    private AccountForms() {}

    record Person(String name, String household, String line, Set<String> roles) {
        Person {
            name = clean(name);
            household = clean(household);
            line = clean(line);
            roles = roles == null ? Set.of() : Set.copyOf(roles);
        }

        static Person of(Account account) {
            return new Person(
                    account.name(),
                    account.household().equals(account.id()) ? "" : account.household(),
                    account.line(),
                    account.roles().stream().map(Role::slug).collect(Collectors.toSet()));
        }

        AccountDesk.Details details() {
            return new AccountDesk.Details(name, household, line, known(roles));
        }

        void check(BindingResult errors) {
            checkPerson(name, household, line, errors);
        }
    }

    record Invitation(String name, String email, String household, String line, Set<String> roles) {
        Invitation {
            name = clean(name);
            email = clean(email);
            household = clean(household);
            line = clean(line);
            roles = roles == null ? Set.of() : Set.copyOf(roles);
        }

        AccountDesk.Details details() {
            return new AccountDesk.Details(name, household, line, known(roles));
        }

        void check(BindingResult errors) {
            checkPerson(name, household, line, errors);
            if (!EMAIL.matcher(email).matches()
                    || email.toLowerCase(Locale.ROOT).length() > LONGEST_EMAIL) {
                errors.rejectValue("email", "accounts.email.wrong");
            }
        }
    }

    /** Why a new link is made. */
    record NewLink(String reason) {
        NewLink {
            reason = reason == null ? "" : reason;
        }
    }

    private static void checkPerson(String name, String household, String line, BindingResult errors) {
        if (name.isEmpty()) {
            errors.rejectValue("name", "accounts.name.missing");
        } else if (Lines.length(name) > LONGEST_NAME) {
            errors.rejectValue("name", "accounts.name.tooLong", new Object[] {Lines.length(name)}, null);
        }
        if (Lines.length(line) > LONGEST_LINE) {
            errors.rejectValue("line", "accounts.line.tooLong", new Object[] {Lines.length(line)}, null);
        }
        if (Lines.length(household) > LONGEST_NAME) {
            errors.rejectValue("household", "accounts.name.tooLong", new Object[] {Lines.length(household)}, null);
        }
    }

    private static Set<Role> known(Set<String> slugs) {
        return Arrays.stream(Role.values())
                .filter(role -> slugs.contains(role.slug()))
                .collect(Collectors.toSet());
    }

    private static String clean(String text) {
        return text == null ? "" : Lines.clean(text);
    }
}
