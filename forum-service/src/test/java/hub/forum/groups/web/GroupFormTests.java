package hub.forum.groups.web;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.forms.FormRules;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.FieldError;

/** What an administrator may say of a group. */
class GroupFormTests {
    private static final FormRules RULES = new FormRules();

    @AfterAll
    static void close() {
        RULES.destroy();
    }

    private static List<String> mistakes(String name, String kind, String privacy, String agreement) {
        GroupForm form = new GroupForm(name, kind, privacy, "Ashcombe", "We listen.", "", agreement, "0", "");
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "form");
        RULES.check(form, errors);
        return errors.getFieldErrors().stream().map(FieldError::getField).toList();
    }

    @Test
    void aBoardNeedsNoAgreementAndAGroupMustHaveOne() {
        assertThat(mistakes("Bluebell", "board", "open", "")).isEmpty();
        assertThat(mistakes("Bluebell", "peer-support-group", "closed", " \n ")).containsExactly("agreement");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 81})
    void aNameIsThreeToEightyCharacters(int length) {
        assertThat(mistakes("a".repeat(length), "board", "open", "")).containsExactly("name");
    }

    @Test
    void lettersOfAnyScriptCountAsOne() {
        assertThat(mistakes("𝔘".repeat(80), "board", "open", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"board,closed", "constellation,open", "peer-support-group,open"})
    void aPrivacyThatTheKindDoesNotAllowIsWrongBesideIt(String kind, String privacy) {
        assertThat(mistakes("Bluebell", kind, privacy, "We listen")).containsExactly("privacy");
    }

    @Test
    void whatIsNoneOfTheChoicesIsNotChosen() {
        assertThat(mistakes("Bluebell", "castle", "secret", "We listen")).containsExactlyInAnyOrder("kind", "privacy");
    }
}
