package hub.platform.files;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of files that are taken. What is not here is refused. */
public enum FileKind {
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ODP("application/vnd.oasis.opendocument.presentation", "odp"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    /** Kept as {@link #PNG}, its first picture. */
    GIF("image/gif", "gif"),
    /** Kept as {@link #JPEG}, or as {@link #PNG} if one can see through it. */
    WEBP("image/webp", "webp"),
    TEXT("text/plain", "txt"),
    CSV("text/csv", "csv");

    private final String mediaType;
    private final List<String> endings;

    FileKind(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    public String mediaType() {
        return mediaType;
    }

    /** Of a name, without the dot. */
    public String ending() {
        return endings.getFirst();
    }

    /** As people say it: PDF. */
    public String label() {
        return ending().toUpperCase(Locale.ROOT);
    }

    public boolean isPicture() {
        return this == JPEG || this == PNG || this == GIF || this == WEBP;
    }

    /** An office document: a zip of XML. */
    public boolean isOffice() {
        return isOpenXml() || this == ODT || this == ODS || this == ODP;
    }

    public boolean isOpenXml() {
        return this == DOCX || this == XLSX || this == PPTX;
    }

    public static Optional<FileKind> ofEnding(String ending) {
        return Arrays.stream(values())
                .filter(kind -> kind.endings.contains(ending.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    public static Optional<FileKind> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(kind -> kind.mediaType.equals(mediaType))
                .findFirst();
    }

    /** For a field's {@code accept}: what a phone offers first. */
    public static String accepted() {
        return Arrays.stream(values())
                .flatMap(kind -> kind.endings.stream())
                .map(ending -> "." + ending)
                .collect(Collectors.joining(","));
    }
}
