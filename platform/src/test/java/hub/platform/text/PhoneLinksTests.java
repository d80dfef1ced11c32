package hub.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhoneLinksTests {
    private final Markdown markdown = new Markdown();

    @Test
    void aNumberInWhatStaffPublishCanBeTapped() {
        assertThat(article("Ring **01632 960155**, 116 123 or 999. Or 0808 800 5000"))
                .contains("<strong><a href=\"tel:01632960155\"", ">01632 960155</a>")
                .contains("href=\"tel:116123\"", "href=\"tel:999\"", "href=\"tel:08088005000\"");
    }

    @Test
    void whatIsNoNumberStaysAsItIs() {
        assertThat(article("In 1989, £9,999, 1,111 times, room 0123, page 11199 and [999](/help)"))
                .doesNotContain("tel:");
    }

    @Test
    void aNumberInAPostIsLeftAlone() {
        assertThat(markdown.post("Ring 01632 960155").block()).doesNotContain("tel:");
    }

    private String article(String text) {
        return String.valueOf(markdown.article(text).block());
    }
}
