package hub.launcher.backup;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;

/** Goes through what {@link ContentsWriter} wrote, to its end. */
final class ContentsReader {
    /** What MongoDB takes for one document, and what it adds to that for itself. */
    private static final int LARGEST = 17 * 1024 * 1024;

    private static final int LENGTH = 4;

    private final DataInputStream in;

    ContentsReader(InputStream sealed) throws IOException {
        this.in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(sealed, Seal.PIECE), Seal.PIECE));
    }

    /** Whoever wants to know what stands in it. */
    interface Visitor {
        /** All that follows, until the next one, belongs to this collection. */
        void collection(Document described);

        void document(RawBsonDocument document);
    }

    /**
     * @return how many documents there were
     * @throws IOException if it is not whole
     */
    long read(Visitor visitor) throws IOException {
        long documents = 0;
        while (true) {
            int kind = in.readUnsignedByte();
            RawBsonDocument next = next();
            switch (kind) {
                case ContentsWriter.COLLECTION -> visitor.collection(next.decode(new DocumentCodec()));
                case ContentsWriter.DOCUMENT -> {
                    documents++;
                    visitor.document(next);
                }
                case ContentsWriter.END -> {
                    long said = next.getInt64("documents").getValue();
                    if (said != documents || in.read() >= 0) {
                        throw new IOException("It holds " + documents + " documents and says " + said);
                    }
                    return documents;
                }
                default -> throw new IOException("Something unknown stands in it: " + kind);
            }
        }
    }

    private RawBsonDocument next() throws IOException {
        byte[] length = in.readNBytes(LENGTH);
        if (length.length < LENGTH) {
            throw new EOFException();
        }
        int size = (length[0] & 0xff) | (length[1] & 0xff) << 8 | (length[2] & 0xff) << 16 | (length[3] & 0xff) << 24;
        if (size <= LENGTH || size > LARGEST) {
            throw new IOException("A document of " + size + " bytes");
        }
        byte[] bytes = new byte[size];
        System.arraycopy(length, 0, bytes, 0, LENGTH);
        in.readFully(bytes, LENGTH, size - LENGTH);
        return new RawBsonDocument(bytes);
    }
}
