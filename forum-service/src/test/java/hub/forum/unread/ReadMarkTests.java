package hub.forum.unread;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadMarkTests {
    private static final Instant SUNDAY = Instant.parse("2026-11-22T21:40:00Z");
    private static final ReadMark MARK = new ReadMark("amina:thread", SUNDAY, Set.of());

    @Test
    void whatWasWrittenLaterIsUnread() {
        assertThat(MARK.isUnread("post", SUNDAY)).isFalse();
        assertThat(MARK.isUnread("post", SUNDAY.plusMillis(1))).isTrue();
    }

    @Test
    void aLaterPostThatWasOnAPageIsRead() {
        ReadMark read = MARK.with(List.of("one")).with(List.of("two"));
        assertThat(read.isUnread("one", SUNDAY.plusSeconds(9))).isFalse();
        assertThat(read.isUnread("two", SUNDAY.plusSeconds(9))).isFalse();
        assertThat(read.isUnread("three", SUNDAY.plusSeconds(5))).isTrue();
    }
}
