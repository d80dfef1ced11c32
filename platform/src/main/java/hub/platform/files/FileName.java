package hub.platform.files;

import hub.platform.text.InputText;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a file is called, as a reader may save it on any computer: no folders, nothing unseen, no characters that a system keeps for itself.
 *
 * @param stem without the ending; at most {@value #LONGEST} characters, never empty
 * @param ending as it was sent, in small letters, without the dot; empty if there was none
 */
public record FileName(String stem, String ending) {
    private static final int LONGEST = 100;
    private static final Pattern ENDING = Pattern.compile("[a-z0-9]{1,10}");
    private static final String NAMELESS = "file";

    /** Names that Windows takes for devices, with any ending. */
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "conin$", "conout$", "clock$");

    private static final Pattern NUMBERED_DEVICE = Pattern.compile("(com|lpt)[0-9¹²³]");

    /** @param sent any text at all, such as {@code ../../etc/passwd} */
    public static FileName of(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String seen = InputText.clean(last.replaceAll("[<>:\"|?*]", " "))
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]", "");
        int dot = seen.lastIndexOf('.');
        String ending = dot < 0 ? "" : seen.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
        return ENDING.matcher(ending).matches()
                ? new FileName(stem(seen.substring(0, dot)), ending)
                : new FileName(stem(seen), "");
    }

    private static String stem(String text) {
        String cut = InputText.cut(trimmed(text), LONGEST);
        String stem = trimmed(cut);
        if (stem.isEmpty()) {
            return NAMELESS;
        }
        String first = stem.toLowerCase(Locale.ROOT).replaceFirst("\\..*", "").strip();
        boolean device =
                DEVICES.contains(first) || NUMBERED_DEVICE.matcher(first).matches();
        return device ? NAMELESS + "-" + stem : stem;
    }

    /** A dot in front hides a file, one at the end is dropped by Windows. */
    private static String trimmed(String text) {
        return text.replaceAll("^[. ]+|[. ]+$", "");
    }

    /** With the ending of the kind that it was kept as. */
    public String as(FileKind kind) {
        boolean fits = FileKind.ofEnding(ending).filter(kind::equals).isPresent();
        return stem + "." + (fits ? ending : kind.ending());
    }
}
