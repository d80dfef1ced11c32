package hub.resources.library.lists.web;

import hub.platform.text.InputText;

/** A guide that is ticked off. @param guide its slug @param done false to take the tick away */
record TickForm(String guide, Boolean done) {
    TickForm {
        guide = InputText.clean(guide);
        done = done != null && done;
    }
}
