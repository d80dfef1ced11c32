package hub.forum.accounts.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table as people paste it or save it. */
class PeopleTableTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Name\tE-mail\tRoles\nAisha Khan\taisha@example.org\tFoster carer; Moderator\n",
                "name;email;roles\r\nAisha Khan;aisha@example.org;\"Foster carer; Moderator\"\r\n;;\r\n",
                "roles,email address,name\n\"Foster carer, Moderator\",aisha@example.org, Aisha Khan ",
            })
    void cellsAreFoundByTheNamesOfTheirColumns(String text) {
        PeopleTable table = PeopleTable.read(text);
        assertThat(table.faults()).isEmpty();
        assertThat(table.lines()).singleElement().satisfies(line -> {
            assertThat(line.number()).isEqualTo(2);
            assertThat(line.cell(PeopleTable.NAME)).isEqualTo("Aisha Khan");
            assertThat(line.cell(PeopleTable.EMAIL)).isEqualTo("aisha@example.org");
            assertThat(line.parts(PeopleTable.ROLES)).containsExactly("Foster carer", "Moderator");
            assertThat(line.cell(PeopleTable.GROUPS)).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | empty",
                "`name,email` | empty",
                "`who,email\nA,a@example.org` | column",
                "`email\na@example.org` | columns",
                "`name,name,email\nA,B,a@example.org` | columnTwice",
                "`name,email\nA,a@example.org,more` | cells",
            })
    void whatIsNoTableIsSaid(String text, String fault) {
        PeopleTable table = PeopleTable.read(text);
        assertThat(table.faults()).extracting(Fault::messageKey).contains("accounts.import.fault." + fault);
        assertThat(table.lines()).isEmpty();
    }

    @Test
    void aShortLineIsALineAndIsCountedAsItStands() {
        PeopleTable table = PeopleTable.read("name,email,groups\n\n\"Ann\" ,ann@example.org\n");
        assertThat(table.faults()).isEmpty();
        assertThat(table.lines()).singleElement().satisfies(line -> {
            assertThat(line.number()).isEqualTo(3);
            assertThat(line.cell(PeopleTable.NAME)).isEqualTo("Ann");
        });
    }

    @Test
    void moreThanOneTransactionHoldsAreRefused() {
        StringBuilder text = new StringBuilder("name,email\n");
        for (int i = 0; i <= PeopleTable.MOST; i++) {
            text.append("A,a%d@example.org%n".formatted(i));
        }
        assertThat(PeopleTable.read(text.toString()).faults()).containsExactly(Fault.of(0, "many", PeopleTable.MOST));
    }
}
