package hub.signin;

import hub.signin.AttemptStore.Counter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Decides on one attempt to sign in, and slows down those who guess. Nobody is shut out: waits grow, and end. */
final class SignIns {
    private final People people;
    private final AttemptStore attempts;

    SignIns(People people, AttemptStore attempts) {
        this.people = people;
        this.attempts = attempts;
    }

    sealed interface Outcome {}

    record Proved(Person person) implements Outcome {}

    record Wrong() implements Outcome {}

    /** @param pause until the next attempt has a chance */
    record TooMany(Duration pause) implements Outcome {}

    /**
     * Counted before the password is looked at, so that a hundred guesses at once are a hundred, and taken back if it was right. A name that
     * nobody has is treated as any other. What is refused for its network does not count against the name, or one stranger could keep somebody
     * out by going on; what strangers did does not count where the person has signed in before.
     *
     * @param device what the browser is known by
     */
    Outcome attempt(String username, String password, String address, KnownDevices.Device device) {
        Optional<Person> named = people.byUsername(username);
        List<Counter> counters = named.flatMap(device::markOf)
                .map(mark -> List.of(Counter.ofDevice(mark)))
                .orElseGet(() -> List.of(
                        Counter.ofNameFrom(username, address), Counter.ofName(username), Counter.ofAddress(address)));
        for (int i = 0; i < counters.size(); i++) {
            Duration pause = attempts.next(counters.get(i));
            if (pause.isPositive()) {
                counters.subList(0, i).forEach(attempts::takeBack);
                return new TooMany(pause);
            }
        }
        if (!people.proves(named, password)) {
            return new Wrong();
        }
        attempts.forget(counters.getFirst());
        counters.stream().skip(1).forEach(attempts::takeBack);
        return new Proved(named.orElseThrow());
    }
}
