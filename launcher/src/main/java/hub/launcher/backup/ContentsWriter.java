package hub.launcher.backup;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.bson.ByteBuf;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;

/** What stands in a backup: for each collection its name, options and indexes, then its documents as they are; at the end how many there were. */
final class ContentsWriter implements Closeable {
    static final int COLLECTION = 'c';
    static final int DOCUMENT = 'd';
    static final int END = 'e';

    private final DataOutputStream out;
    private final DocumentCodec codec = new DocumentCodec();
    private long documents;
    private boolean ended;

    ContentsWriter(OutputStream sealed) throws IOException {
        this.out = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(sealed, Seal.PIECE), Seal.PIECE));
    }

    void collection(String name, Document options, List<Document> indexes) throws IOException {
        out.writeByte(COLLECTION);
        write(new RawBsonDocument(
                new Document("name", name).append("options", options).append("indexes", indexes), codec));
    }

    void document(RawBsonDocument document) throws IOException {
        out.writeByte(DOCUMENT);
        write(document);
        documents++;
    }

    /** @return how many documents it holds */
    long end() throws IOException {
        out.writeByte(END);
        write(new RawBsonDocument(new Document("documents", documents), codec));
        ended = true;
        return documents;
    }

    private void write(RawBsonDocument document) throws IOException {
        ByteBuf bytes = document.getByteBuffer();
        try {
            out.write(bytes.array(), bytes.position(), bytes.remaining());
        } finally {
            bytes.release();
        }
    }

    /** Without {@link #end} nothing is finished: what is there stays without its last piece. */
    @Override
    public void close() throws IOException {
        if (ended) {
            out.close();
        }
    }
}
