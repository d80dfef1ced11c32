package hub.platform.web.once;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;

/** From the form of the value's shape. */
final class FillProcessor extends PartProcessor {
    private final Forms forms;

    FillProcessor(String prefix, Forms forms) {
        super(prefix, "fill");
        this.forms = forms;
    }

    @Override
    String html(IEngineConfiguration templates, String fragment, @Nullable Object value) {
        return forms.fill(templates, fragment, value);
    }
}
