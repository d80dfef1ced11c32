package hub.platform.web.once;

/**
 * A few characters beyond ASCII, such as ’ and ·, would double a string's memory and slow down each writing of it; as references they are the same
 * to a browser. Text in another script stays as it is.
 */
final class Lightly {
    private static final int MOST_ASCII = 0x7f;
    private static final int A_FEW = 2;
    private static final int A_LOT = 20;

    private Lightly() {}

    static String written(String html) {
        int beyond = 0;
        for (int i = 0; i < html.length(); i++) {
            if (html.charAt(i) > MOST_ASCII) {
                beyond++;
            }
        }
        if (beyond == 0 || beyond > Math.max(A_FEW, html.length() / A_LOT)) {
            return html;
        }
        return ascii(html);
    }

    /** With a reference for every character beyond ASCII. */
    static String ascii(String html) {
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
