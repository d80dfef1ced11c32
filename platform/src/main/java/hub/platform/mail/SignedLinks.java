package hub.platform.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Links by which somebody without an account reaches what is theirs. Whoever has the letter can follow one; nobody can make one: it is signed with a key that the database keeps. */
@Component
public class SignedLinks {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final char BETWEEN = '~';

    private final SecretStore secrets;
    private final SecureRandom random = new SecureRandom();

    SignedLinks(SecretStore secrets) {
        this.secrets = secrets;
    }

    /**
     * The part of an address that stands for a thing.
     *
     * @param purpose of the feature; a link for one opens no other
     * @param id of letters and digits
     */
    public Mono<String> token(String purpose, String id) {
        return key(purpose).map(key -> id + BETWEEN + sign(purpose, id, key));
    }

    /** The id that a token stands for; empty if we did not make it. */
    public Mono<String> read(String purpose, String token) {
        int between = token.indexOf(BETWEEN);
        if (between < 1) {
            return Mono.empty();
        }
        String id = token.substring(0, between);
        byte[] sent = token.substring(between + 1).getBytes(StandardCharsets.UTF_8);
        return key(purpose)
                .filter(key -> MessageDigest.isEqual(sign(purpose, id, key).getBytes(StandardCharsets.UTF_8), sent))
                .map(key -> id);
    }

    /** Made when it is first needed; of two that make one at once, the first is kept. */
    private Mono<String> key(String purpose) {
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        return secrets.orFresh("links-" + purpose, Base64.getEncoder().encodeToString(fresh));
    }

    private static String sign(String purpose, String id, String key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), ALGORITHM));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal((purpose + "\n" + id).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
