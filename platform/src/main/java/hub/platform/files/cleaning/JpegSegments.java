package hub.platform.files.cleaning;

import java.io.ByteArrayOutputStream;

/** The parts of a JPEG, for pictures that stand in documents: these keep their points as they are and lose what is beside them. */
final class JpegSegments {
    private static final int START = 0xD8;
    private static final int SCAN = 0xDA;
    private static final int COMMENT = 0xFE;
    private static final int APP0 = 0xE0;
    private static final int APP2_COLOURS = 0xE2;
    private static final int APP14_ADOBE = 0xEE;
    private static final int APP15 = 0xEF;

    private JpegSegments() {}

    /** Without EXIF, XMP, comments and the like; as it was if it is no JPEG. */
    static byte[] withoutNotes(byte[] jpeg) {
        if (jpeg.length < 4 || at(jpeg, 0) != 0xFF || at(jpeg, 1) != START) {
            return jpeg;
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream(jpeg.length);
        kept.write(jpeg, 0, 2);
        int from = 2;
        while (from + 4 <= jpeg.length && at(jpeg, from) == 0xFF) {
            int marker = at(jpeg, from + 1);
            if (marker == SCAN) {
                break;
            }
            int length = 2 + (at(jpeg, from + 2) << 8 | at(jpeg, from + 3));
            if (length < 4 || from + length > jpeg.length) {
                return jpeg;
            }
            if (!isNote(marker)) {
                kept.write(jpeg, from, length);
            }
            from += length;
        }
        kept.write(jpeg, from, jpeg.length - from);
        return kept.toByteArray();
    }

    /** Without the colour profile and Adobe's note of the colours the picture would look wrong. */
    private static boolean isNote(int marker) {
        return marker == COMMENT
                || (marker > APP0 && marker <= APP15 && marker != APP2_COLOURS && marker != APP14_ADOBE);
    }

    private static int at(byte[] bytes, int index) {
        return bytes[index] & 0xFF;
    }
}
