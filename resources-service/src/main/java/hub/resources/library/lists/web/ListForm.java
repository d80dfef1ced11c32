package hub.resources.library.lists.web;

import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.text.InputText;
import hub.resources.library.lists.ReadingList;

/** What a reading list is called, and a few words for its reader. */
record ListForm(
        @Text(
                least = 3,
                most = ReadingList.LONGEST_TITLE,
                missing = "library.lists.name.missing",
                message = "library.lists.name.long")
        String title,

        @Text(most = ReadingList.LONGEST_INTRO, message = "library.lists.intro.long")
        String intro,

        String formKey) {
    ListForm {
        title = InputText.clean(title);
        intro = InputText.clean(intro);
        formKey = FormKey.orFresh(formKey);
    }

    static ListForm blank() {
        return new ListForm("", "", "");
    }

    static ListForm of(ReadingList list) {
        return new ListForm(list.title(), list.intro(), "");
    }
}
