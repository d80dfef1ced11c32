package hub.platform.figures.web;

import hub.platform.figures.CsvFile;
import hub.platform.text.InputText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The answer that is a CSV file to be kept. */
public final class CsvAnswer {
    private static final MediaType TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private CsvAnswer() {}

    /**
     * @param name of the file without its ending; what is neither letter nor digit becomes a hyphen
     * @param lines of texts and numbers; the first line is the names of the columns
     */
    public static ResponseEntity<byte[]> of(String name, List<? extends List<?>> lines) {
        ContentDisposition file = ContentDisposition.attachment()
                .filename(InputText.slug(name) + ".csv")
                .build();
        return ResponseEntity.ok()
                .contentType(TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(CsvFile.of(lines));
    }
}
