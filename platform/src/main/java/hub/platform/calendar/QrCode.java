package hub.platform.calendar;

import io.nayuki.qrcodegen.QrCode.Ecc;

/**
 * A QR code as a drawing for {@code parts/qr :: qr}.
 *
 * @param size of the drawing in modules each way, the quiet zone of four included
 * @param path of the dark modules, for an SVG of that size
 */
public record QrCode(int size, String path) {
    private static final int QUIET = 4;

    /**
     * @param text up to about 2,000 characters
     * @throws IllegalArgumentException if it is longer than a code can be
     */
    public static QrCode of(String text) {
        io.nayuki.qrcodegen.QrCode code = io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    int end = x + 1;
                    while (end < code.size && code.getModule(end, y)) {
                        end++;
                    }
                    path.append('M').append(x + QUIET).append(' ').append(y + QUIET);
                    path.append('h')
                            .append(end - x)
                            .append("v1h")
                            .append(x - end)
                            .append('z');
                    x = end;
                }
            }
        }
        return new QrCode(code.size + 2 * QUIET, path.toString());
    }
}
