package hub.platform.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Links in letters with which a person gets no more of a kind, without signing in (RFC 8058). Whoever has the letter can follow it; nobody can make one: it is
 * signed with a key that the database keeps.
 */
@Component
class StopLinks {
    private static final String PATH = "/mail/stop/";
    private static final String ALGORITHM = "HmacSHA256";
    private static final String KEY = "mail-stop";
    private static final int KEY_BYTES = 32;
    private static final int PARTS = 3;

    private final SecretStore secrets;
    private final SecureRandom random = new SecureRandom();

    StopLinks(SecretStore secrets) {
        this.secrets = secrets;
    }

    /** Whom a link is for. */
    record Stop(String kind, String account) {}

    /** From the root of the hub. */
    Mono<String> path(Stop stop) {
        return key().map(key -> PATH + stop.kind() + "~" + stop.account() + "~" + sign(stop, key));
    }

    /** Empty if we did not make it. */
    Mono<Stop> read(String token) {
        List<String> parts = List.of(token.split("~", PARTS + 1));
        if (parts.size() != PARTS) {
            return Mono.empty();
        }
        Stop stop = new Stop(parts.get(0), parts.get(1));
        return key().filter(key -> MessageDigest.isEqual(
                        sign(stop, key).getBytes(StandardCharsets.UTF_8),
                        parts.get(2).getBytes(StandardCharsets.UTF_8)))
                .map(key -> stop);
    }

    /** Made when it is first needed; of two that make one at once, the first is kept. */
    private Mono<String> key() {
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        return secrets.orFresh(KEY, Base64.getEncoder().encodeToString(fresh));
    }

    private static String sign(Stop stop, String key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), ALGORITHM));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            mac.doFinal((stop.kind() + "\n" + stop.account()).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
