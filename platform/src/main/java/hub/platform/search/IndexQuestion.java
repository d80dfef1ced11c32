package hub.platform.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BooleanSimilarity;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Words, and by whom, of what and where they are sought.
 *
 * @param keys of the viewer
 * @param kind of which alone; empty for all
 * @param place in which alone; empty for all
 * @param after where the page before ended; null for the first
 * @param most how many are wanted
 */
record IndexQuestion(
        Query words,
        Set<String> keys,
        String kind,
        String place,
        @Nullable SearchPosition after,
        int most) {
    private static final long LONGEST_MILLIS = 500;

    /** The better match first, then the newer, then by key, so that two processes agree on what comes after what. */
    private static final Sort ORDER = new Sort(
            SortField.FIELD_SCORE,
            new SortField(IndexFields.DATE, SortField.Type.LONG, true),
            new SortField(IndexFields.KEY, SortField.Type.STRING));

    /** A document that was found. */
    record Hit(String kind, String id, SearchPosition at) {}

    /** What there is, in order; not all if it takes longer than half a second. */
    List<Hit> answer(SearcherManager searchers) throws IOException {
        IndexSearcher shared = searchers.acquire();
        try {
            IndexSearcher searcher = new IndexSearcher(shared.getIndexReader());
            searcher.setSimilarity(new BooleanSimilarity());
            searcher.setQueryCache(null);
            searcher.setTimeout(new QueryTimeoutImpl(LONGEST_MILLIS));
            List<Hit> hits = new ArrayList<>();
            for (ScoreDoc found : searcher.searchAfter(from(searcher), query(), most, ORDER).scoreDocs) {
                hits.add(hit(((FieldDoc) found).fields));
            }
            return hits;
        } finally {
            searchers.release(shared);
        }
    }

    private static Hit hit(Object[] fields) {
        String key = ((BytesRef) fields[2]).utf8ToString();
        int colon = key.indexOf(':');
        return new Hit(
                key.substring(0, colon),
                key.substring(colon + 1),
                new SearchPosition((float) fields[0], (long) fields[1], key));
    }

    private Query query() {
        BooleanQuery.Builder query = new BooleanQuery.Builder()
                .add(words, Occur.MUST)
                .add(
                        new TermInSetQuery(
                                IndexFields.RIGHTS,
                                keys.stream().map(BytesRef::new).toList()),
                        Occur.FILTER);
        if (!kind.isEmpty()) {
            query.add(new TermQuery(new Term(IndexFields.KIND, kind)), Occur.FILTER);
        }
        if (!place.isEmpty()) {
            query.add(new TermQuery(new Term(IndexFields.PLACE, place)), Occur.FILTER);
        }
        return query.build();
    }

    /** Keys differ, so what stands at the position itself is the one document that is passed over, wherever it lies in this index. */
    private @Nullable FieldDoc from(IndexSearcher searcher) {
        return after == null
                ? null
                : new FieldDoc(Math.max(0, searcher.getIndexReader().maxDoc() - 1), Float.NaN, new Object[] {
                    after.score(), after.date(), new BytesRef(after.key())
                });
    }
}
