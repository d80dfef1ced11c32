package hub.forum.accounts.imports;

import hub.forum.groups.Group;
import hub.forum.groups.GroupRole;
import hub.platform.identity.Account;
import hub.platform.identity.EmailAddress;
import hub.platform.identity.Role;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the lines of a table as people, with a word for each thing that is wrong.
 *
 * @param known accounts by their emails, of all that the table names
 * @param groups by their names in small letters; empty where two have one name
 * @param roles by what people call them, in small letters
 */
record RowReader(Map<String, Account> known, Map<String, Optional<Group>> groups, Map<String, Role> roles) {
    private static final int LONGEST = 60;

    /** @param faults none, or nothing is brought in */
    record Read(List<ImportRow> rows, List<Fault> faults) {}

    Read read(List<PeopleTable.Line> lines) {
        List<ImportRow> rows = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Set<String> workers = lines.stream()
                .filter(line -> line.parts(PeopleTable.ROLES).stream()
                        .anyMatch(word -> role(word).filter(this::supervises).isPresent()))
                .map(RowReader::email)
                .collect(Collectors.toSet());
        Map<String, Integer> seen = new HashMap<>();
        for (PeopleTable.Line line : lines) {
            rows.add(row(line, workers, seen, faults));
        }
        return new Read(rows, faults);
    }

    /** The addresses that a table names, in their one spelling. */
    static Set<String> emails(List<PeopleTable.Line> lines) {
        Set<String> emails = new HashSet<>();
        lines.forEach(line -> {
            emails.add(email(line));
            emails.add(EmailAddress.spelling(line.cell(PeopleTable.WORKER)));
        });
        emails.remove("");
        return emails;
    }

    private ImportRow row(PeopleTable.Line line, Set<String> workers, Map<String, Integer> seen, List<Fault> faults) {
        int number = line.number();
        String email = email(line);
        Account account = known.get(email);
        if (EmailAddress.of(email).isEmpty()) {
            faults.add(Fault.of(number, "email", line.cell(PeopleTable.EMAIL)));
        } else if (seen.putIfAbsent(email, number) != null) {
            faults.add(Fault.of(number, "twice", email, seen.get(email)));
        }
        String name = InputText.clean(line.cell(PeopleTable.NAME));
        if (name.isEmpty()) {
            faults.add(Fault.of(number, "name"));
        }
        Set<Role> given = roles(line, faults);
        if (given.isEmpty() && account == null && line.parts(PeopleTable.ROLES).isEmpty()) {
            faults.add(Fault.of(number, "roles"));
        }
        return new ImportRow(
                number,
                atMost60(number, name, faults),
                email,
                given,
                atMost60(number, InputText.clean(line.cell(PeopleTable.HOUSEHOLD)), faults),
                atMost60(number, InputText.clean(line.cell(PeopleTable.LINE)), faults),
                worker(line, workers, faults),
                places(line, faults));
    }

    private Set<Role> roles(PeopleTable.Line line, List<Fault> faults) {
        Set<Role> given = new HashSet<>();
        for (String word : line.parts(PeopleTable.ROLES)) {
            role(word).ifPresentOrElse(given::add, () -> faults.add(Fault.of(line.number(), "role", word)));
        }
        return given;
    }

    private Optional<Role> role(String word) {
        return Slug.find(Role.class, word).or(() -> Optional.ofNullable(roles.get(word.toLowerCase(Locale.UK))));
    }

    private String worker(PeopleTable.Line line, Set<String> workers, List<Fault> faults) {
        String email = EmailAddress.spelling(line.cell(PeopleTable.WORKER));
        Account account = known.get(email);
        boolean there = account != null && account.roles().stream().anyMatch(this::supervises);
        if (!email.isEmpty() && !there && !workers.contains(email)) {
            faults.add(Fault.of(line.number(), "worker", email));
        }
        return email;
    }

    private boolean supervises(Role role) {
        return role == Role.SUPERVISING_SOCIAL_WORKER;
    }

    /** "Larkhill constellation", or "Larkhill constellation (hub carer)". */
    private List<ImportRow.Place> places(PeopleTable.Line line, List<Fault> faults) {
        List<ImportRow.Place> places = new ArrayList<>();
        for (String word : line.parts(PeopleTable.GROUPS)) {
            int bracket = word.endsWith(")") ? word.lastIndexOf('(') : -1;
            String as = bracket < 0 ? "member" : InputText.slug(word.substring(bracket + 1, word.length() - 1));
            String name = bracket < 0 ? word : word.substring(0, bracket).strip();
            Optional<GroupRole> role = Slug.find(GroupRole.class, as);
            Optional<Group> group = groups.getOrDefault(name.toLowerCase(Locale.UK), Optional.empty());
            if (role.isEmpty() || group.isEmpty()) {
                faults.add(Fault.of(line.number(), role.isEmpty() ? "part" : "group", word));
            } else if (!role.get().foundIn(group.get().kind())) {
                faults.add(Fault.of(line.number(), "part", word));
            } else {
                places.add(new ImportRow.Place(group.get().id(), group.get().name(), role.get()));
            }
        }
        return places;
    }

    private static String atMost60(int number, String words, List<Fault> faults) {
        if (InputText.length(words) > LONGEST) {
            faults.add(Fault.of(number, "long", words));
        }
        return words;
    }

    private static String email(PeopleTable.Line line) {
        return EmailAddress.spelling(line.cell(PeopleTable.EMAIL));
    }
}
