package hub.resources.training.web;

import static org.assertj.core.api.Assertions.assertThat;

import hub.resources.training.web.Phones.Part;
import org.junit.jupiter.api.Test;

class PhonesTests {

    @Test
    void numbersCanBeTappedAndTheRestStaysText() {
        assertThat(Phones.in("Ring 01632 960180, or text 07700 900142."))
                .containsExactly(
                        new Part("Ring ", null),
                        new Part("01632 960180", "01632960180"),
                        new Part(", or text ", null),
                        new Part("07700 900142", "07700900142"),
                        new Part(".", null));
    }

    @Test
    void whatIsNoNumberIsNotTakenForOne() {
        assertThat(Phones.in("Room 0123, 9am to 12.30pm")).containsExactly(new Part("Room 0123, 9am to 12.30pm", null));
        assertThat(Phones.in("")).isEmpty();
    }
}
