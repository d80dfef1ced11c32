package hub.platform.files.cleaning;

import com.twelvemonkeys.imageio.metadata.Directory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import hub.platform.files.FileKind;
import hub.platform.files.FileRefusal;
import hub.platform.refusals.Rejected;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Draws a picture anew, upright: of what it carries beside its points nothing comes along. */
final class PictureCleaner {
    /** In points. Its header says how many it has, before any is read. */
    private static final long MOST_POINTS = 40_000_000;

    /** In points; of a larger picture every second point of every second row is read. */
    private static final long MOST_AS_IT_IS = 16_000_000;

    private static final float QUALITY = 0.9f;

    private PictureCleaner() {}

    /** @throws Rejected if it is too large, or cannot be read */
    static FileKind clean(Path sent, Path clean, FileKind kind) throws IOException {
        BufferedImage read = read(sent);
        boolean seeThrough = read.getColorModel().hasAlpha();
        FileKind written =
                kind == FileKind.JPEG || (kind == FileKind.WEBP && !seeThrough) ? FileKind.JPEG : FileKind.PNG;
        BufferedImage upright =
                upright(read, kind == FileKind.JPEG ? orientation(sent) : 1, written == FileKind.PNG && seeThrough);
        write(upright, clean, written);
        return written;
    }

    private static BufferedImage read(Path sent) throws IOException {
        try (ImageInputStream bytes = new FileImageInputStream(sent.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(bytes);
            if (!readers.hasNext()) {
                throw new Rejected(FileRefusal.DAMAGED);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(bytes, false, true);
                return reader.read(0, withinBounds(reader));
            } finally {
                reader.dispose();
            }
        }
    }

    private static ImageReadParam withinBounds(ImageReader reader) throws IOException {
        long points = (long) reader.getWidth(0) * reader.getHeight(0);
        if (points > MOST_POINTS) {
            throw new Rejected(FileRefusal.PICTURE_TOO_LARGE);
        }
        ImageReadParam how = reader.getDefaultReadParam();
        if (points > MOST_AS_IT_IS) {
            how.setSourceSubsampling(2, 2, 0, 0);
        }
        return how;
    }

    /** As a camera notes how it was held, from 1 (upright) to 8; 1 if it does not say. */
    private static int orientation(Path sent) {
        try (ImageInputStream bytes = new FileImageInputStream(sent.toFile())) {
            List<JPEGSegment> found = JPEGSegmentUtil.readSegments(bytes, JPEG.APP1, "Exif");
            if (found.isEmpty()) {
                return 1;
            }
            try (InputStream exif = found.getFirst().data();
                    ImageInputStream tiff = new MemoryCacheImageInputStream(exif)) {
                // After the segment's name comes one byte that fills it up.
                exif.skipNBytes(1);
                Directory directory = new TIFFReader().read(tiff);
                Entry entry = directory.getEntryById(TIFF.TAG_ORIENTATION);
                return entry != null && entry.getValue() instanceof Number number ? number.intValue() : 1;
            }
        } catch (IOException | RuntimeException e) {
            return 1;
        }
    }

    /** In the colours that every screen knows; what one can see through is white where a format has no such thing. */
    private static BufferedImage upright(BufferedImage read, int orientation, boolean seeThrough) {
        int width = read.getWidth();
        int height = read.getHeight();
        boolean onItsSide = orientation >= 5 && orientation <= 8;
        BufferedImage upright = new BufferedImage(
                onItsSide ? height : width,
                onItsSide ? width : height,
                seeThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = upright.createGraphics();
        try {
            if (!seeThrough) {
                drawing.setColor(java.awt.Color.WHITE);
                drawing.fillRect(0, 0, upright.getWidth(), upright.getHeight());
            }
            drawing.drawImage(read, turned(orientation, width, height), null);
        } finally {
            drawing.dispose();
        }
        return upright;
    }

    /** The numbers are those of the EXIF standard, 2.32, for tag 0x0112. */
    private static AffineTransform turned(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static void write(BufferedImage picture, Path clean, FileKind kind) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByMIMEType(kind.mediaType()).next();
        try (FileImageOutputStream out = new FileImageOutputStream(clean.toFile())) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (kind == FileKind.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
    }
}
