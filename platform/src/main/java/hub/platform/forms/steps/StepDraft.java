package hub.platform.forms.steps;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody has answered so far.
 *
 * @param id cannot be guessed: whoever has the address of a page reads the answers
 * @param form of {@link StepForm#name}
 * @param answers by the name of the field
 * @param kept when something was last kept; a week later it is gone
 */
public record StepDraft(String id, String form, Map<String, List<String>> answers, Instant begun, Instant kept) {
    public StepDraft {
        answers = Map.copyOf(answers);
    }

    /** With other answers to one question. */
    StepDraft with(StepForm.Step<?> step, Map<String, List<String>> sent, Instant at) {
        Map<String, List<String>> all = new HashMap<>(answers);
        step.fields().forEach(field -> all.put(field, List.copyOf(sent.getOrDefault(field, List.of()))));
        return new StepDraft(id, form, all, begun, at);
    }
}
