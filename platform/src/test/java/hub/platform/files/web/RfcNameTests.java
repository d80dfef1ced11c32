package hub.platform.files.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RfcNameTests {

    @Test
    void allButThePlainestCharactersAreEscaped() {
        assertThat(RfcName.encoded("Zoë’s \"diary\"; 50%.pdf"))
                .isEqualTo("Zo%C3%AB%E2%80%99s%20%22diary%22%3B%2050%25.pdf");
    }
}
