package hub.forum.constellations.homes;

import hub.platform.identity.PersonName;
import java.util.List;
import java.util.stream.Collectors;

/** The households of a constellation, and those of the service who look after it. */
public record Households(List<Household> all, List<PersonName> liaisonWorkers) {
    /** Source of the rule: the Mockingbird model, 6 to 10 satellite households around one hub home. Fewer or more are said, never refused. */
    public static final int FEWEST = 6;

    public static final int MOST = 10;

    public Households {
        all = List.copyOf(all);
        liaisonWorkers = List.copyOf(liaisonWorkers);
    }

    /** @param id of the household; never shown @param hub whether a hub carer lives there */
    public record Household(String id, List<PersonName> people, boolean hub) {
        public Household {
            people = List.copyOf(people);
        }

        /** The names of those who live there and are here. */
        public String names() {
            return people.stream().map(PersonName::name).collect(Collectors.joining(" · "));
        }
    }

    public List<Household> satellites() {
        return all.stream().filter(household -> !household.hub()).toList();
    }

    public List<Household> hubs() {
        return all.stream().filter(Household::hub).toList();
    }

    public boolean tooFew() {
        return satellites().size() < FEWEST;
    }

    public boolean tooMany() {
        return satellites().size() > MOST;
    }
}
