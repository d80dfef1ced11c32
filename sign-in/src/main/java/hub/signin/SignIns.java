package hub.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Decides on one attempt to sign in, and slows down those who guess. */
final class SignIns {
    static final int FAILURES_OF_A_NAME_FROM_ONE_NETWORK = 6;
    static final int FAILURES_OF_A_NAME = 30;
    static final int FAILURES_OF_AN_ADDRESS = 40;

    private final People people;
    private final AttemptStore attempts;
    private final Clock clock;

    SignIns(People people, AttemptStore attempts, Clock clock) {
        this.people = people;
        this.attempts = attempts;
        this.clock = clock;
    }

    sealed interface Outcome {}

    record Proved(Person person) implements Outcome {}

    record Wrong() implements Outcome {}

    /** @param pause until the next attempt has a chance */
    record TooMany(Duration pause) implements Outcome {}

    /**
     * Counted before the password is looked at, so that a hundred guesses at once are a hundred, and taken back if it was right. A name that
     * nobody has is treated as any other. What is refused for its network does not count against the name, or one stranger could keep somebody
     * out by going on.
     */
    Outcome attempt(String username, String password, String address) {
        AttemptStore.Count ofAddress = attempts.countAddress(address);
        if (ofAddress.number() > FAILURES_OF_AN_ADDRESS) {
            return tooMany(ofAddress);
        }
        AttemptStore.Count ofNameFromHere = attempts.countNameFrom(username, address);
        if (ofNameFromHere.number() > FAILURES_OF_A_NAME_FROM_ONE_NETWORK) {
            return tooMany(ofNameFromHere);
        }
        AttemptStore.Count ofName = attempts.countName(username);
        if (ofName.number() > FAILURES_OF_A_NAME) {
            return tooMany(ofName);
        }
        Optional<Person> person = people.prove(username, password);
        if (person.isEmpty()) {
            return new Wrong();
        }
        attempts.forgetNameFrom(username, address);
        attempts.takeBack(username, address);
        return new Proved(person.get());
    }

    private TooMany tooMany(AttemptStore.Count count) {
        return new TooMany(Duration.between(clock.instant(), count.lapsesAt()));
    }
}
