package hub.platform.files;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file as it is kept: cleaned, with a name that fits.
 *
 * @param size in bytes
 * @param sha256 of its bytes, in hexadecimal
 * @param by the account that sent it
 * @param place what it hangs on; empty while that is nothing
 * @param title what it is, in words for readers; empty while it hangs on nothing
 * @param key that the same file sent twice with one form has in common; null while it is {@link FileState#INCOMPLETE}
 */
public record StoredFile(
        String id,
        FileState state,
        String name,
        FileKind kind,
        long size,
        String sha256,
        String by,
        Instant at,
        String place,
        String title,
        @Nullable String key) {
    private static final long KILO = 1000;

    /** About how large: "340 kB", "1.2 MB". */
    public String sizeInWords() {
        if (size < KILO) {
            return size + " bytes";
        }
        long tenths = size / (KILO * KILO / 10);
        return size < KILO * KILO ? size / KILO + " kB" : tenths / 10 + "." + tenths % 10 + " MB";
    }

    public boolean isPassed() {
        return state == FileState.PASSED;
    }

    boolean isAt(Place somewhere) {
        return place.equals(somewhere.toString());
    }
}
