package hub.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Which passwords are good enough, and how they are kept. Length is what counts; no rule asks for digits or signs (NIST SP 800-63B, NCSC). */
final class Passwords {
    static final int SHORTEST = 10;
    static final int LONGEST = 200;

    /** Of a password that was thrown away. Kept here because making one takes as long as a sign-in, at each start. */
    private static final String NOBODYS = "{bcrypt-hmac}$2a$10$Bz9xcuk2thC4jtpJBv6HAepSUEQHUCI9MqK97FVj/PMV6xFka8oPS";

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            "bcrypt-hmac", Map.of("bcrypt-hmac", new WholeBcrypt(), "hmac", new KeyedDigest()));
    private final Set<String> common = common();

    /** The key of the sentence that says what is wrong with it; empty if nothing is. */
    Optional<String> problem(String password, String username) {
        int length = password.codePointCount(0, password.length());
        String plain = password.strip().toLowerCase(Locale.ROOT);
        String beforeTheAt = username.replaceFirst("@.*", "");
        if (length == 0) {
            return Optional.of("invitation.password.missing");
        } else if (length < SHORTEST) {
            return Optional.of("invitation.password.short");
        } else if (length > LONGEST) {
            return Optional.of("invitation.password.long");
        } else if (plain.equals(username) || plain.equals(beforeTheAt)) {
            return Optional.of("invitation.password.username");
        } else if (common.contains(plain) || plain.codePoints().distinct().count() < 3) {
            return Optional.of("invitation.password.common");
        }
        return Optional.empty();
    }

    String encode(String password) {
        return Objects.requireNonNull(encoder.encode(normal(password)));
    }

    /** For the password of the demo, which is printed beside the form and for which bcrypt would be time lost at each start. */
    String encodeOpenly(String password) {
        return "{hmac}" + KeyedDigest.of(normal(password));
    }

    /** Takes as long for somebody who does not exist or has no password yet. */
    boolean matches(String typed, @Nullable String encoded) {
        boolean same = encoder.matches(normal(typed), encoded == null ? NOBODYS : encoded);
        return same && encoded != null;
    }

    /** For secrets of 120 random bits and more: nobody can guess at those, however fast. */
    static PasswordEncoder forRandomSecrets() {
        return new KeyedDigest();
    }

    /** One form for letters that keyboards send in several. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private static Set<String> common() {
        try (InputStream words = Objects.requireNonNull(
                Passwords.class.getResourceAsStream("/signin-common-passwords.txt"), "The list is missing")) {
            return new String(words.readAllBytes(), UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** bcrypt reads 72 bytes at most, so it is given a digest of the whole password. */
    private static final class WholeBcrypt implements PasswordEncoder {
        private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(10);

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return password == null ? null : bcrypt.encode(KeyedDigest.of(password));
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
            return password != null && bcrypt.matches(KeyedDigest.of(password), encoded);
        }
    }

    /** A digest with a key, which is no secret: a list of plain digests stolen elsewhere cannot be tried against it. */
    private static final class KeyedDigest implements PasswordEncoder {
        private static final byte[] KEY = "hearth sign-in".getBytes(UTF_8);

        static String of(CharSequence password) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
                return Base64.getEncoder()
                        .encodeToString(mac.doFinal(password.toString().getBytes(UTF_8)));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return password == null ? null : of(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
            return password != null
                    && encoded != null
                    && MessageDigest.isEqual(of(password).getBytes(UTF_8), encoded.getBytes(UTF_8));
        }
    }
}
