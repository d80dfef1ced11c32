package hub.forum.accounts.imports;

import hub.platform.text.InputText;
import java.util.Arrays;
import java.util.List;

/**
 * Why a table cannot be taken.
 *
 * @param row number of its line; 0 if it is about the whole table
 * @param messageKey of what is wrong
 * @param arguments of the message
 */
public record Fault(int row, String messageKey, List<Object> arguments) {
    /** Enough of a cell to find it by, in characters. */
    private static final int SHOWN = 60;

    private static final String KEYS = "accounts.import.fault.";

    static Fault of(int row, String what, Object... arguments) {
        return new Fault(
                row,
                KEYS + what,
                Arrays.stream(arguments)
                        .map(value -> value instanceof String text ? InputText.cut(text, SHOWN) : value)
                        .toList());
    }
}
