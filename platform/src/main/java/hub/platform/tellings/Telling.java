package hub.platform.tellings;

import java.time.Instant;
import java.util.List;

/**
 * What some people are told.
 *
 * @param subject what it is about, such as a booking: what is not true of it any more is withdrawn together
 * @param bundle what it is shown together with, such as a session
 * @param accounts who is told; nobody else sees it
 * @param key of the sentence, in {@code messages/tellings.properties}
 * @param arguments of the sentence: titles and dates that everybody who is told may know
 * @param path where it leads, and where rights are asked again
 */
public record Telling(
        String id,
        TellingKind kind,
        String subject,
        String bundle,
        List<String> accounts,
        String key,
        List<String> arguments,
        String path,
        Instant at) {
    public Telling {
        accounts = List.copyOf(accounts);
        arguments = List.copyOf(arguments);
    }
}
