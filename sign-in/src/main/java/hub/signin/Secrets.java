package hub.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** What cannot be guessed, and how it is kept. */
final class Secrets {
    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** 60 random bits in 12 characters that are hard to confuse. */
    static String subject() {
        long bits = RANDOM.nextLong();
        char[] subject = new char[12];
        for (int i = 0; i < subject.length; i++) {
            subject[i] = ALPHABET[(int) (bits >>> (5 * i)) & 31];
        }
        return new String(subject);
    }

    /** 256 random bits for a link. */
    static String token() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Enough for what is random already; a password needs more, see {@link Passwords}. */
    static String sha256(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
