package hub.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedFieldsTests {

    @Test
    void longTextsAreToldFromLinesAndBothFromWhatBelongsToTheForm() {
        assertThat(TypedFields.in(Sent.class))
                .containsEntry("text", true)
                .containsEntry("story", true)
                .containsEntry("venue", false)
                .containsEntry("area", false)
                .containsEntry("date", false)
                .hasSize(5);
    }

    @Test
    void whatIsNoRecordHasNone() {
        assertThat(TypedFields.in(Object.class)).isEmpty();
    }

    private record Sent(
            @Text(most = 20_000, message = "x") String text,
            @Typed(isLong = true) String story,
            @Typed String venue,
            @Text(most = 60, message = "x") String area,
            TypedDate date,
            String formKey) {}
}
