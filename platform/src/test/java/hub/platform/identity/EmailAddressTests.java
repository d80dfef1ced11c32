package hub.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {
    private static final String JOE = "joe.o'neill@example.org";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "joe.o'neill@example.org",
                " Joe.O'Neill@Example.ORG ",
                "joe.o'neill@example.org\u00a0",
                "\u00a0\u2003joe.o'neill@example.org\r\n",
                "joe.o'neill@example.org\u200b",
                "\ufeffjoe.o'neill@example.org",
                "joe.o'neill\u200d@example\u00ad.org",
                "joe.o'neill@example.org \u200b ",
                "joe.o\u2019neill@example.org",
                "joe.o\u2018neill@example.org",
                "joe.o\u02bcneill@example.org",
                "\uff4a\uff4f\uff45.o'neill@example.org",
            })
    void howeverItIsPastedItIsTheSameAddress(String pasted) {
        assertThat(EmailAddress.spelling(pasted)).isEqualTo(JOE);
        assertThat(EmailAddress.of(pasted)).contains(new EmailAddress(JOE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u3164",
                "joe",
                "@example.org",
                "joe@",
                "a@b",
                "mailto:joe@example.org",
                "<joe@example.org>",
                "Joe <joe@example.org>",
                "joe@example.org, amina@example.org",
                "joe @example.org",
                "joe@example.org.",
                "joe@example..org",
                ".joe@example.org",
                "joe.@example.org",
                "joe@-example.org",
                "joe@example.o",
                "joe@127.0.0.1",
                "joe@[127.0.0.1]",
                "joe@two@example.org",
                "\"joe\"@example.org",
                "joe@exampl\u0435.org",
                "j\u043ee@example.org",
                "am\u0131na@example.org",
                "joe@example\u3002org",
                "joe@example\uff61org",
                "j\u00f6e@example.org",
            })
    void whatIsNoAddressOrLooksLikeAnotherIsRefused(String typed) {
        assertThat(EmailAddress.of(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a+b@x.example.org",
                "o'neill_1@xn--exmple-cua.org",
                "administrator@localhost",
                "x@example.museum"
            })
    void unusualOnesAreTaken(String typed) {
        assertThat(EmailAddress.of(typed)).contains(new EmailAddress(typed));
    }

    @Test
    void neitherPartIsLongerThanMailAllows() {
        assertThat(EmailAddress.of("x".repeat(64) + "@example.org")).isPresent();
        assertThat(EmailAddress.of("x".repeat(65) + "@example.org")).isEmpty();
        assertThat(EmailAddress.of("x@" + "label.".repeat(40) + "example.org")).isPresent();
        assertThat(EmailAddress.of("x@" + "label.".repeat(41) + "example.org")).isEmpty();
        assertThatThrownBy(() -> new EmailAddress("Joe@example.org")).isInstanceOf(IllegalArgumentException.class);
    }
}
