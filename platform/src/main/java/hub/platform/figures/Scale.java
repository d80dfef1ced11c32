package hub.platform.figures;

import java.util.List;
import java.util.stream.LongStream;

/**
 * From nought to a round number that no value is above, in at most four steps.
 *
 * @param step 1, 2 or 5 and noughts behind it
 * @param top a multiple of it, above nought
 */
record Scale(long step, long top) {
    private static final int MOST_STEPS = 4;

    static Scale of(LongStream values) {
        long most = Math.max(1, values.max().orElse(1));
        long step = 1;
        for (int i = 0; most > step * MOST_STEPS; i++) {
            step = i % 3 == 1 ? step / 2 * 5 : step * 2;
        }
        return new Scale(step, (most + step - 1) / step * step);
    }

    List<Long> ticks() {
        return LongStream.rangeClosed(0, top / step).map(i -> i * step).boxed().toList();
    }

    /** How much of a length a value takes. */
    double part(long value, double length) {
        return length * value / top;
    }

    /** For an SVG: at most one decimal. */
    static String number(double length) {
        long tenths = Math.round(length * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }
}
