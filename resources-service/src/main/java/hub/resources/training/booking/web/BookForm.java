package hub.resources.training.booking.web;

import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.text.InputText;
import hub.resources.training.booking.Booking;
import hub.resources.training.booking.Bookings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Booking a place.
 *
 * @param needs what would make it easier to come
 * @param with others of the household who come too
 */
record BookForm(
        @Text(most = Booking.LONGEST_NEEDS, message = "training.book.needs.long")
        String needs,

        Set<String> with,
        String formKey) {
    BookForm {
        needs = InputText.cleanText(needs);
        with = with == null ? Set.of() : Set.copyOf(with);
        formKey = FormKey.orFresh(formKey);
    }

    static BookForm blank() {
        return new BookForm("", Set.of(), "");
    }

    Bookings.Ask ask(String self) {
        List<String> accounts = new ArrayList<>(List.of(self));
        with.stream().filter(other -> !other.equals(self)).forEach(accounts::add);
        return new Bookings.Ask(accounts, needs, formKey);
    }
}
