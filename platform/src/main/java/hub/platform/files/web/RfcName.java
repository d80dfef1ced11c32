package hub.platform.files.web;

import java.nio.charset.StandardCharsets;

/** A name in a header, as RFC 8187 writes it: UTF-8, with % for all but the plainest characters. */
final class RfcName {
    private static final String PLAIN = "!#$&+-.^_`|~";

    private RfcName() {}

    static String encoded(String name) {
        StringBuilder encoded = new StringBuilder(name.length() * 2);
        for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (one & 0xFF);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (plain || PLAIN.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(String.format("%02X", (int) c));
            }
        }
        return encoded.toString();
    }
}
