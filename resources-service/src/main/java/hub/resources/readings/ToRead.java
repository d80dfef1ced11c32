package hub.resources.readings;

import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import hub.platform.time.Times;
import hub.resources.audiences.Audience;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A version of something that people are asked to read.
 *
 * @param feature whose it is, such as {@code policies}
 * @param version whoever has read one version is asked again for the next
 * @param audience of those who are asked: the carers, the kinship carers or the staff; nobody is asked to read what is public
 * @param since when they were asked
 */
public record ToRead(
        String feature, String id, int version, String title, String path, Audience audience, Instant since) {
    /** So long people have; then whoever has not read it is reminded once. */
    public static final Duration TIME_TO_READ = Duration.ofDays(14);

    /** By which day it is to be read. */
    public LocalDate by() {
        return LocalDate.ofInstant(end(), Times.LONDON);
    }

    Instant end() {
        return since.plus(TIME_TO_READ);
    }

    /** Whether this viewer is one of those who are asked. */
    public boolean asks(Viewer viewer) {
        return switch (audience) {
            case PUBLIC -> false;
            case CARERS -> viewer.carer();
            case KINSHIP -> viewer.is(Role.KINSHIP_CARER);
            case STAFF -> viewer.staff();
        };
    }

    /** The roles of those who are asked. */
    Set<Role> roles() {
        return switch (audience) {
            case PUBLIC -> Set.of();
            case CARERS -> Set.of(Role.CARER, Role.KINSHIP_CARER);
            case KINSHIP -> Set.of(Role.KINSHIP_CARER);
            case STAFF ->
                Stream.of(Role.values())
                        .filter(role -> role != Role.CARER && role != Role.KINSHIP_CARER)
                        .collect(Collectors.toSet());
        };
    }

    /** What was read, in one word. */
    String key() {
        return feature + ":" + id + ":" + version;
    }
}
