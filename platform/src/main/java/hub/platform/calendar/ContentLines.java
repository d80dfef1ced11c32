package hub.platform.calendar;

import java.nio.charset.StandardCharsets;

/** The lines of an iCalendar file (RFC 5545): texts escaped, long lines folded by bytes and never within a character, CRLF at the end of each. */
final class ContentLines {
    private static final int MOST_BYTES = 75;

    private final StringBuilder file = new StringBuilder();

    /** @param value of our own making: numbers, dates, names from the standard */
    ContentLines add(String name, String value) {
        fold(name + ":" + value);
        return this;
    }

    /** @param text of any kind; left out if it is empty */
    ContentLines addText(String name, String text) {
        String escaped = escape(text);
        return escaped.isEmpty() ? this : add(name, escaped);
    }

    /** No text ends its line: all that ends lines, in any writing, is a line break of the text, and other controls go. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.replaceAll("\r\n|[\r\n\u000B\f\u0085\u2028\u2029]", "\n")
                .codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '\n' -> escaped.append("\\n");
                        case '\\', ';', ',' -> escaped.append('\\').append((char) c);
                        case '\t' -> escaped.append(' ');
                        default -> {
                            if (!Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE) {
                                escaped.appendCodePoint(c);
                            }
                        }
                    }
                });
        return escaped.toString().strip();
    }

    private void fold(String line) {
        int bytes = 0;
        for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
            int c = line.codePointAt(i);
            int length = bytes(c);
            if (bytes + length > MOST_BYTES) {
                file.append("\r\n ");
                bytes = 1;
            }
            file.appendCodePoint(c);
            bytes += length;
        }
        file.append("\r\n");
    }

    /** In UTF-8. */
    private static int bytes(int c) {
        return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    }

    byte[] bytes() {
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }
}
