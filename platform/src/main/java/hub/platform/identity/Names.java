package hub.platform.identity;

import java.util.Map;

/** The names of some people, by their ids. */
public record Names(Map<String, PersonName> known) {

    /** A person's name; {@link PersonName#unknown} for somebody whose account is gone. */
    public PersonName of(String id) {
        PersonName name = known.get(id);
        return name == null ? PersonName.unknown(id) : name;
    }
}
