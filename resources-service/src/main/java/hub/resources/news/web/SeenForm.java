package hub.resources.news.web;

import hub.platform.text.InputText;

/** A button that is about what was seen. @param version of the publication when the button was shown */
record SeenForm(String version) {
    SeenForm {
        version = InputText.clean(version);
    }

    long seen() {
        return ReviewForm.seen(version);
    }
}
