package hub.resources.library.lists.web;

import hub.platform.text.InputText;

/** A guide of a list. @param guide its slug */
record GuideForm(String guide) {
    GuideForm {
        guide = InputText.clean(guide);
    }
}
