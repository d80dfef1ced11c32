package hub.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we draw is what a camera reads. */
class QrCodeTests {
    private static final Pattern RUN = Pattern.compile("M([0-9]+) ([0-9]+)h([0-9]+)v1h-([0-9]+)z");
    private static final int PIXELS = 4;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hearth.example.org/training",
                "webcal://hearth.example.org/calendar/feeds/0123456789abcdefghjkmnpqrstvwxyz/calendar.ics",
                "وقت النوم 👩‍👩‍👧‍👦"
            })
    void aCameraReadsIt(String text) throws ReaderException {
        QrCode code = QrCode.of(text);
        int width = code.size() * PIXELS;
        int[] pixels = new int[width * width];
        Arrays.fill(pixels, 0xFFFFFF);
        Matcher run = RUN.matcher(code.path());
        while (run.find()) {
            assertThat(run.group(3)).isEqualTo(run.group(4));
            draw(pixels, width, run);
        }
        BinaryBitmap picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, pixels)));
        assertThat(new QRCodeReader().decode(picture).getText()).isEqualTo(text);
    }

    private static void draw(int[] pixels, int width, Matcher run) {
        int left = Integer.parseInt(run.group(1)) * PIXELS;
        int top = Integer.parseInt(run.group(2)) * PIXELS;
        int length = Integer.parseInt(run.group(3)) * PIXELS;
        for (int y = top; y < top + PIXELS; y++) {
            Arrays.fill(pixels, y * width + left, y * width + left + length, 0);
        }
    }
}
