package hub.testkit;

import hub.platform.identity.Account;
import hub.testkit.Browsing.Session;
import hub.testkit.MatrixFixture.Place;
import hub.testkit.MatrixFixture.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** The people of a service, and its places as all {@link MatrixFixture}s together make them. */
@TestFixture
public final class MatrixWorld {
    private final Browsing browsing;
    private final People people;
    private final MatrixPeople cast;
    private final List<MatrixFixture> fixtures;

    private final Map<String, List<String>> columns = new LinkedHashMap<>();
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, Session> sessions = new HashMap<>();
    private final Map<String, Made> shared = new LinkedHashMap<>();
    private final Queue<Made> fresh = new ConcurrentLinkedQueue<>();
    private Map<String, List<Secret>> hidden = Map.of();

    MatrixWorld(Browsing browsing, People people, MatrixPeople cast, List<MatrixFixture> fixtures) {
        this.browsing = browsing;
        this.people = people;
        this.cast = cast;
        this.fixtures = fixtures;
    }

    /** Begins anew in an empty database: everybody, but no place. */
    void begin() {
        columns.clear();
        shared.clear();
        cast.columns().forEach((column, names) -> columns.put(column, new ArrayList<>(names)));
        sessions.put(MatrixPeople.NOBODY, browsing.signedOut());
        cast.everybody(people).forEach(this::put);
        for (MatrixFixture fixture : fixtures) {
            fixture.people(people)
                    .forEach((column, more) -> more.forEach(account -> {
                        put(account);
                        Objects.requireNonNull(columns.get(column), column).add(account.name());
                    }));
        }
        Map<String, List<Secret>> unread = new HashMap<>();
        columns.forEach((column, names) -> names.forEach(person -> unread.put(
                person,
                secrets()
                        .filter(secret -> !secret.readers().contains(column)
                                && !secret.readers().contains(person))
                        .toList())));
        hidden = unread;
    }

    private void put(Account account) {
        accounts.put(account.name(), account);
        sessions.put(account.name(), browsing.as(account));
    }

    /** Makes of each sort of place the one that everybody is asked about. */
    void makeShared() {
        cast.places().forEach(sort -> shared.put(sort, new Made(sort, null, Map.of()).complete()));
    }

    /** @return the people in each column of a table */
    Map<String, List<String>> peopleBy(RouteTable table) {
        Map<String, List<String>> by = new LinkedHashMap<>();
        for (String column : table.columns()) {
            by.put(
                    column,
                    columns.containsKey(column)
                            ? columns.get(column).stream()
                                    .filter(person -> !table.columns().contains(person))
                                    .toList()
                            : List.of(column));
        }
        return by;
    }

    /** @return everybody, in no order */
    Stream<String> everybody() {
        return columns.values().stream().flatMap(List::stream);
    }

    Session session(String person) {
        return Objects.requireNonNull(sessions.get(person), person);
    }

    /** @return what variables stand for in a place that nobody changes */
    Map<String, String> shared(String sort) {
        return Objects.requireNonNull(shared.get(sort), sort).names();
    }

    /** @return the same in one that is made now, for a person who may change it: no more of it than these variables need */
    Map<String, String> fresh(String sort, String person, Set<String> variables) {
        Made place = new Made(sort, person, Map.of());
        fresh.add(place);
        variables.forEach(place::get);
        return place.names();
    }

    /** @return ids that were never given out */
    Map<String, String> unknown() {
        Map<String, String> unknown = new HashMap<>();
        fixtures.forEach(
                fixture -> fixture.variables().forEach(variable -> unknown.put(variable, fixture.unknown(variable))));
        return unknown;
    }

    /** @return the secrets that must not come to this person */
    List<Secret> hiddenFrom(String person) {
        return Objects.requireNonNull(hidden.get(person), person);
    }

    /** @return all secrets that are planted anywhere */
    Stream<Secret> secrets() {
        return cast.places().stream()
                .flatMap(sort -> fixtures.stream().flatMap(fixture -> fixture.secrets(sort).stream()))
                .distinct();
    }

    /** Asserts for each sort of place that what is planted stands there for those whom it is for. */
    void secretsAreShown() {
        for (String sort : cast.places()) {
            Made place = new Made(sort, null, Map.of());
            fresh.add(place);
            place.complete();
            fixtures.forEach(fixture -> fixture.secretsAreShown(place));
        }
    }

    /** @return what is stored of the shared places */
    Map<String, List<Object>> stored() {
        Map<String, List<Object>> stored = new HashMap<>();
        shared.forEach((sort, place) -> stored.put(
                sort, fixtures.stream().map(fixture -> fixture.stored(place)).toList()));
        return stored;
    }

    /** Takes away what was made afresh so far. */
    void removeFresh() {
        List<Made> made = new ArrayList<>();
        for (Made place = fresh.poll(); place != null; place = fresh.poll()) {
            made.add(place);
        }
        for (MatrixFixture fixture : fixtures) {
            fixture.remove(made.stream()
                    .filter(place -> place.has(fixture))
                    .map(Place.class::cast)
                    .toList());
        }
    }

    /** @return what variables stand for in a place where somebody who may do everything plays several parts */
    Map<String, String> tried(Account who) {
        Map<String, Account> parts = new HashMap<>();
        cast.playedByWhoTries().forEach(part -> parts.put(part, who));
        return new Made(cast.triedIn(), null, parts).complete().names();
    }

    private final class Made implements Place {
        private final String sort;
        private final String person;
        private final Map<String, Account> parts;
        private final Map<String, String> names = new HashMap<>();

        /**
         * @param person for whom it is; null for everybody
         * @param parts who stands for others here
         */
        Made(String sort, String person, Map<String, Account> parts) {
            this.sort = sort;
            this.person = person;
            this.parts = parts;
        }

        Made complete() {
            fixtures.forEach(this::make);
            return this;
        }

        private void make(MatrixFixture fixture) {
            if (!has(fixture)) {
                names.putAll(fixture.make(this));
            }
        }

        /** Whether what a fixture makes is there. */
        boolean has(MatrixFixture fixture) {
            return names.keySet().containsAll(fixture.variables());
        }

        Map<String, String> names() {
            return names;
        }

        @Override
        public String sort() {
            return sort;
        }

        @Override
        public boolean isFor(String somebody) {
            return person == null || person.equals(somebody);
        }

        @Override
        public Account account(String name) {
            return Objects.requireNonNull(parts.getOrDefault(name, accounts.get(name)), name);
        }

        @Override
        public Session session(String name) {
            return parts.containsKey(name) ? browsing.as(parts.get(name)) : MatrixWorld.this.session(name);
        }

        @Override
        public String get(String variable) {
            if (!names.containsKey(variable)) {
                fixtures.stream()
                        .filter(fixture -> fixture.variables().contains(variable))
                        .forEach(this::make);
            }
            return Objects.requireNonNull(names.get(variable), "No fixture makes {" + variable + "}");
        }
    }
}
