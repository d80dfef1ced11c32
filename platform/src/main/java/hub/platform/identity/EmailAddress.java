package hub.platform.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An email address that an account may have, in the one spelling by which it is found: letters, digits and signs of ASCII, lower case, 254 characters at most.
 * Other letters are refused, as many look like those: with them, an address that reads like somebody's would be another account.
 */
public record EmailAddress(String value) {
    private static final int LONGEST = 254;
    private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    /** RFC 5321 without quoted names and addresses of machines; localhost is this machine's own. */
    private static final Pattern ADDRESS = Pattern.compile("(?=[^@]{1,64}@)" + ATOM + "(?:\\." + ATOM + ")*@(?:(?:"
            + LABEL + "\\.)+(?!\\d+$)(?=..)" + LABEL + "|localhost)");

    /** What stands where people paste and cannot be seen: format characters such as zero-width spaces and joiners, and fillers. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}\\u115F\\u1160\\u3164\\uFFA0]");

    private static final Pattern AROUND = Pattern.compile("^[\\p{Z}\\s]+|[\\p{Z}\\s]+$");
    private static final Pattern APOSTROPHES = Pattern.compile("[\\u2018\\u2019\\u201B\\u02BC\\u02B9\\u2032\\uFF07]");

    public EmailAddress {
        if (value.length() > LONGEST || !ADDRESS.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an email address in its one spelling");
        }
    }

    /** The address that somebody typed or pasted; empty if it is none that a new account may have. */
    public static Optional<EmailAddress> of(String typed) {
        String spelling = spelling(typed);
        return spelling.length() <= LONGEST && ADDRESS.matcher(spelling).matches()
                ? Optional.of(new EmailAddress(spelling))
                : Optional.empty();
    }

    /**
     * One spelling for what people type and paste in many: without what cannot be seen and the space around it, with a plain apostrophe, in lower case. To find an
     * account by; what is no address has a spelling too.
     */
    public static String spelling(String typed) {
        String seen = UNSEEN.matcher(typed).replaceAll("");
        String plain = APOSTROPHES.matcher(seen).replaceAll("'");
        String composed = Normalizer.normalize(plain, Normalizer.Form.NFKC);
        return AROUND.matcher(composed).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
