package hub.signin;

import hub.platform.identity.EmailAddress;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whom a visitor of the demo may be, in the order given; nobody where there is no demo. */
final class DemoPeople {
    private final Map<String, DemoPerson> bySubject = new LinkedHashMap<>();
    private final PersonStore store;
    private final Settings settings;
    private final String encoded;

    DemoPeople(PersonStore store, Passwords passwords, Settings settings) {
        this.store = store;
        this.settings = settings;
        this.encoded = settings.demo() ? passwords.encodeOpenly(settings.demoPassword()) : "";
        if (settings.demo()) {
            settings.demoPeople().forEach(this::add);
        }
    }

    /** Gives them the one password, whatever became of it since the last start: the page says that it works. */
    synchronized void add(DemoPerson person) {
        if (!settings.demo()) {
            throw new IllegalStateException("This is not a demo");
        }
        store.putDemoPerson(person, encoded);
        bySubject.put(person.subject(), person);
    }

    synchronized Collection<DemoPerson> all() {
        return List.copyOf(bySubject.values());
    }

    Optional<DemoPerson> byUsername(String username) {
        String wanted = EmailAddress.spelling(username);
        return all().stream()
                .filter(person -> EmailAddress.spelling(person.username()).equals(wanted))
                .findFirst();
    }
}
