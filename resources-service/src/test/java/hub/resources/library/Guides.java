package hub.resources.library;

import hub.resources.audiences.Audience;
import hub.testkit.TestFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Puts guides into the library as its folder would. */
@TestFixture
public final class Guides {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final LibraryStore store;

    Guides(LibraryStore store) {
        this.store = store;
    }

    /** @return its slug */
    public String aGuideFor(Audience audience) {
        return aGuideFor(audience, "A guide", "school", 1);
    }

    String aGuideFor(Audience audience, String title, String topic, int standard) {
        String slug = "guide-" + NUMBER.incrementAndGet();
        store.put(new Piece(
                        slug,
                        title,
                        "About it",
                        List.of(topic),
                        audience,
                        List.of(standard),
                        "Training team",
                        1,
                        "",
                        LocalDate.of(2026, 9, 14),
                        LocalDate.of(2099, 1, 1),
                        null,
                        "<p>Text</p>",
                        1,
                        1,
                        audience != Audience.PUBLIC,
                        Instant.now(),
                        null,
                        null))
                .block(Duration.ofSeconds(20));
        return slug;
    }
}
