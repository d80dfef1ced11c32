package hub.forum.networks;

import java.util.Set;

/**
 * What somebody says fits them. Read for themselves and counted, never shown to anybody else.
 *
 * @param id the account
 */
public record NetworkChoice(String id, Set<Trait> traits) {
    public NetworkChoice {
        traits = Set.copyOf(traits);
    }
}
