package hub.forum.threads;

import hub.platform.identity.Rejected;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/** So much of a thread as a reply asks for. It stays true while others reply, as none of it is a counter. Public for the driver, which makes it. */
public record Doorway(@BsonId String id, String group, String slug, Instant createdAt, DiscussionThread.State state) {
    static final String[] MADE_FROM = {"group", "slug", "createdAt", "state"};

    /** Tens of thousands are remembered, of some dozens of groups. */
    public Doorway {
        group = group.intern();
    }

    /** @throws Rejected {@code threads.locked} unless it is open */
    void requireOpen() {
        if (state != DiscussionThread.State.OPEN) {
            throw new Rejected(ThreadRefusal.LOCKED);
        }
    }

    String path() {
        return DiscussionThread.path(id, slug);
    }

    /** When a post of now was written: after the thread was begun, whatever the clocks of two processes say. */
    Instant notBefore(Instant now) {
        return now.isAfter(createdAt) ? now : createdAt.plusMillis(1);
    }
}
