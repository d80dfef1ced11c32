package hub.platform.text;

/**
 * A few characters beyond ASCII, such as ’ and ·, would double a string's memory and slow down each writing of it; as references they are the same
 * to a browser. Text in another script stays as it is.
 */
public final class NumericReferences {
    private static final int MOST_ASCII = 0x7f;
    private static final int MOST_IN_SHORT = 2;
    /** More than one in so many is another script. */
    private static final int SELDOM = 20;

    private NumericReferences() {}

    public static String written(String html) {
        int beyond = 0;
        for (int i = 0; i < html.length(); i++) {
            if (html.charAt(i) > MOST_ASCII) {
                beyond++;
            }
        }
        if (beyond == 0 || beyond > Math.max(MOST_IN_SHORT, html.length() / SELDOM)) {
            return html;
        }
        return ascii(html);
    }

    /** With a reference for every character beyond ASCII. */
    public static String ascii(String html) {
        StringBuilder ascii = new StringBuilder(html.length() * 5 / 4);
        html.codePoints().forEach(c -> {
            if (c > MOST_ASCII) {
                ascii.append("&#").append(c).append(';');
            } else {
                ascii.append((char) c);
            }
        });
        return ascii.toString();
    }
}
