package hub.platform.mongo;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/** What MongoDB answers to a {@code find} that wants no more than one batch. */
record FirstBatch(List<?> documents) {

    /** @param type of the documents, by whose codec this was decoded */
    <T> List<T> of(Class<T> type) {
        return documents.stream().map(type::cast).toList();
    }

    /** Reads the documents and passes over the rest; the driver itself looks at what says whether it worked. */
    record Decoding(Codec<?> documents) implements Codec<FirstBatch> {

        @Override
        public FirstBatch decode(BsonReader reader, DecoderContext context) {
            List<Object> found = new ArrayList<>();
            within(
                    reader,
                    "cursor",
                    () -> within(reader, "firstBatch", () -> {
                        reader.readStartArray();
                        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                            found.add(documents.decode(reader, context));
                        }
                        reader.readEndArray();
                    }));
            return new FirstBatch(found);
        }

        private static void within(BsonReader reader, String wanted, Runnable read) {
            reader.readStartDocument();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                if (reader.readName().equals(wanted)) {
                    read.run();
                } else {
                    reader.skipValue();
                }
            }
            reader.readEndDocument();
        }

        /** A registry of the driver takes codecs and no mere decoders; nothing ever writes this. */
        @Override
        public void encode(BsonWriter writer, FirstBatch value, EncoderContext context) {
            throw new UnsupportedOperationException("Only MongoDB says this.");
        }

        @Override
        public Class<FirstBatch> getEncoderClass() {
            return FirstBatch.class;
        }
    }
}
