package hub.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.forms.FormKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example.org",
                "///evil.example.org",
                "/\\evil.example.org",
                "\\\\evil.example.org",
                "\\/evil.example.org",
                "http://evil.example.org",
                "https://evil.example.org/threads",
                "HTTPS:evil.example.org",
                "javascript:alert(1)",
                "data:text/html,x",
                "evil.example.org",
                "@evil.example.org",
                "",
                " /groups",
                "\t//evil.example.org",
                "/\t/evil.example.org",
                "/\n/evil.example.org",
                "/groups\r\nSet-Cookie: x=1",
                "/groups\u0000",
                "%2F%2Fevil.example.org",
                "?next=//evil.example.org"
            })
    void anAddressThatLeadsAwayIsNotFollowed(String address) {
        assertThat(Pages.insideOr(address, "/")).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/groups/alder/alder-constellation?after=1:a",
                "/threads/abc/x?at=1#post-1",
                "/me?next=//evil.example.org",
                "/%2F%2Fevil.example.org"
            })
    void anAddressOfThisSiteIs(String address) {
        assertThat(Pages.insideOr(address, "/other")).isEqualTo(address);
        assertThat(java.net
                        .URI
                        .create("https://hub.example.org/here")
                        .resolve(address)
                        .getHost())
                .as("where a browser goes")
                .isEqualTo("hub.example.org");
    }

    @Test
    void aFormKeyIsOneOfOursOrFresh() {
        assertThat(FormKey.orFresh("0123456789ab")).isEqualTo("0123456789ab");
        assertThat(FormKey.orFresh("$where")).matches("[0-9a-z]{12}");
        assertThat(FormKey.orFresh("0123456789ab\n")).matches("[0-9a-z]{12}").isNotEqualTo("0123456789ab");
    }
}
