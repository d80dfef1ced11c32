package hub.platform.mongo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.regex.Pattern;

/** Ids that say nothing and cannot be guessed: 60 random bits in 12 characters that are hard to confuse. */
public final class Ids {
    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int LENGTH = 12;
    private static final Pattern SHAPE = Pattern.compile("[0-9a-z]{12}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static String next() {
        return spell(RANDOM.nextLong());
    }

    /** The same id for the same source each time: for what is brought in from files and must not come in twice. */
    public static String of(String source) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
            return spell(ByteBuffer.wrap(digest).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a text is empty or has the shape of an id, so that nothing else is stored in the place of one. */
    public static boolean isEmptyOrOne(String text) {
        return text.isEmpty() || SHAPE.matcher(text).matches();
    }

    private static String spell(long bits) {
        char[] id = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            id[i] = ALPHABET[(int) (bits >>> (5 * i)) & 31];
        }
        return new String(id);
    }
}
