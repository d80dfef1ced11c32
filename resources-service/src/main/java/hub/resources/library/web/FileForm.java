package hub.resources.library.web;

import hub.platform.files.FileRefusal;
import hub.platform.forms.Checked;
import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.requests.Upload;
import hub.platform.text.InputText;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A file to be attached.
 *
 * @param title what it is, for readers
 * @param file null if none was chosen
 */
record FileForm(
        @Text(least = 1, most = 120, missing = "library.files.title.missing", message = "library.files.title.tooLong")
        String title,

        @Nullable Upload file,
        String formKey)
        implements Checked {

    FileForm {
        title = InputText.clean(title);
        formKey = FormKey.orFresh(formKey);
    }

    static FileForm blank() {
        return new FileForm("", null, FormKey.fresh());
    }

    @Override
    public void check(Errors errors) {
        if (file == null) {
            String missing = FileRefusal.MISSING.messageKey();
            errors.rejectValue("file", missing, missing);
        }
    }
}
