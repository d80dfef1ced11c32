package hub.platform.mongo;

import java.security.SecureRandom;

/** Ids that say nothing and cannot be guessed: 60 random bits in 12 characters that are hard to confuse. */
public final class Ids {
    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static String next() {
        char[] id = new char[LENGTH];
        long bits = RANDOM.nextLong();
        for (int i = 0; i < LENGTH; i++) {
            id[i] = ALPHABET[(int) (bits >>> (5 * i)) & 31];
        }
        return new String(id);
    }
}
