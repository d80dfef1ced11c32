package hub.forum.threads;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** How much of Java's memory conversations may have that are read again and again: {@code hearth.threads.memory}. With 0 each is read from MongoDB. */
@Component
class ThreadCacheSize {
    /** What is left for threads beside posts: at 40 MB, 20,000 of them. */
    private static final int BYTES_OF_POSTS_FOR_EACH_THREAD = 2_000;

    private final long bytes;

    ThreadCacheSize(@Value("${hearth.threads.memory:40MB}") DataSize size) {
        this.bytes = size.toBytes();
    }

    /** In bytes, about, for the beginnings of threads. */
    long ofPosts() {
        return bytes;
    }

    /** How many threads. */
    int threads() {
        return Math.toIntExact(bytes / BYTES_OF_POSTS_FOR_EACH_THREAD);
    }
}
