package hub.platform.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The part of a calendar's address that nobody can guess: 160 random bits in 32 letters. Kept as its hash alone. */
public final class FeedSecret {
    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int LENGTH = 32;
    private static final Pattern SHAPE = Pattern.compile("[0-9a-z]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private FeedSecret() {}

    public static String fresh() {
        char[] secret = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            secret[i] = ALPHABET[RANDOM.nextInt(ALPHABET.length)];
        }
        return new String(secret);
    }

    /** Whether it could be one; what is not is not looked for. */
    public static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** It has as much chance in it as its hash, so that a plain one does: nobody can try them all. */
    static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
