package hub.forum.threads;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.PersonName;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionsTests {
    private static final List<PersonName> PEOPLE =
            List.of(person("joe", "Joe Fenwick"), person("jo", "Jo Brown"), person("gwen", "Gwen Hughes"));

    private static PersonName person(String id, String name) {
        return new PersonName(id, name, "", true, name.split(" ")[0], "XX", "teal");
    }

    @ParameterizedTest
    @CsvSource({
        "@Joe Fenwick what do you say, joe",
        "Hello @joe fenwick!, joe",
        "@Jo: yes, jo",
        "@Joanna, ''",
        "joe@fenwick.example, ''",
        "@Gwen Hughesville, gwen",
        "@Gwen and @Jo Brown, gwen jo",
        "@Nobody Here, ''",
        "an @ alone, ''",
    })
    void whoIsCalled(String text, String ids) {
        assertThat(Mentions.in(text).among(PEOPLE))
                .isEqualTo(ids.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(ids.split(" "))));
    }

    @Test
    void aFirstNameThatTwoHaveCallsNeither() {
        assertThat(Mentions.in("@Gwen?").among(List.of(person("a", "Gwen Hughes"), person("b", "Gwen Parry"))))
                .isEmpty();
    }
}
