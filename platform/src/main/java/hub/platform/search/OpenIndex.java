package hub.platform.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BooleanSimilarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.IOUtils;

/** The files of an index, open: its one writer, and what is searched of it. */
record OpenIndex(Directory directory, IndexWriter writer, SearcherManager searchers) implements Closeable {
    private static final double BUFFER_MB = 8;

    /** Opens what there is in a folder, or begins a new one. */
    static OpenIndex in(Path folder, WordAnalyzer analyzer) throws IOException {
        Directory directory = new MMapDirectory(folder);
        IndexWriter writer = new IndexWriter(directory, settings(analyzer));
        return new OpenIndex(directory, writer, new SearcherManager(writer, null));
    }

    /** Merges are done by the thread that writes, and what is not committed is not kept: whoever comes next reads those changes again. */
    private static IndexWriterConfig settings(WordAnalyzer analyzer) {
        TieredMergePolicy merges = new TieredMergePolicy();
        merges.setForceMergeDeletesPctAllowed(0);
        return new IndexWriterConfig(analyzer)
                .setSimilarity(new BooleanSimilarity())
                .setRAMBufferSizeMB(BUFFER_MB)
                .setMergePolicy(merges)
                .setMergeScheduler(new SerialMergeScheduler())
                .setCommitOnClose(false);
    }

    /** What was written is found from now on. */
    void show() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** Writes it down, with notes. */
    void commit(Map<String, String> notes) throws IOException {
        writer.setLiveCommitData(notes.entrySet());
        writer.commit();
    }

    /** Lucene drops deleted words from its files when it next merges them; this has it do so now. */
    void purge() throws IOException {
        if (writer.hasDeletions()) {
            writer.forceMergeDeletes();
        }
    }

    int size() {
        return writer.getDocStats().numDocs;
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(searchers, writer, directory);
    }
}
