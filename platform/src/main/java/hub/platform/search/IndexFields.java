package hub.platform.search;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** How a document stands in the index: by its words, its rights and what it is sorted by. None of its text is kept. */
final class IndexFields {
    static final String KEY = "key";
    static final String KIND = "kind";
    static final String PLACE = "place";
    static final String RIGHTS = "rights";
    static final String DATE = "date";
    static final String ROUND = "round";

    private static final FieldType WITHOUT_PLACES = withoutPlaces();

    private IndexFields() {}

    private static FieldType withoutPlaces() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS);
        type.setOmitNorms(true);
        type.setTokenized(true);
        type.freeze();
        return type;
    }

    /** What a document is known by in the whole index. */
    static Term key(String kind, String id) {
        return new Term(KEY, kind + ":" + id);
    }

    /** @param round in which the index was made that it is put into */
    static Document of(String kind, SearchDocument found, String round) {
        Document fields = new Document();
        String key = key(kind, found.id()).text();
        fields.add(new StringField(KEY, key, Field.Store.NO));
        fields.add(new SortedDocValuesField(KEY, new BytesRef(key)));
        fields.add(new NumericDocValuesField(
                DATE, found.date() == null ? 0 : found.date().toEpochMilli()));
        fields.add(new StringField(KIND, kind, Field.Store.NO));
        fields.add(new StringField(ROUND, round, Field.Store.NO));
        found.rights().forEach(right -> fields.add(new StringField(RIGHTS, right, Field.Store.NO)));
        if (found.place() != null) {
            fields.add(new StringField(PLACE, found.place().key(), Field.Store.NO));
        }
        add(fields, found.ownTitle() ? WordQuery.TITLE : WordQuery.ABOUT, found.title());
        add(fields, WordQuery.TEXT, found.text());
        found.people().forEach(name -> add(fields, WordQuery.PEOPLE, name));
        return fields;
    }

    private static void add(Document fields, String name, String text) {
        fields.add(new TextField(name, text, Field.Store.NO));
        fields.add(new Field(WordQuery.ALL, text, WITHOUT_PLACES));
    }
}
