package hub.platform.files.cleaning;

import hub.platform.files.FileKind;
import hub.platform.files.FileRefusal;
import hub.platform.refusals.Rejected;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The process that cleans one file and ends. It says line by line how far it came: {@code cleaned PDF} when the clean file is there, or {@code refused PROTECTED};
 * then {@code text} when its words are there. That it finds no words takes nothing away from the file.
 */
public final class CleaningProcess {
    static final String CLEANED = "cleaned ";
    static final String REFUSED = "refused ";
    static final String TEXT = "text";
    static final String CLEAN_FILE = "clean";
    static final String WORDS_FILE = "words";
    static final String SAYS_FILE = "says";

    private CleaningProcess() {}

    /**
     * @param arguments the file; the folder in which {@value #CLEAN_FILE}, {@value #WORDS_FILE} and {@value #SAYS_FILE} are written; its {@link FileKind} by its
     *     name; the seconds after which to give up
     * @throws IOException if it cannot even say so
     */
    public static void main(String[] arguments) throws IOException {
        endAfter(Duration.ofSeconds(Long.parseLong(arguments[3])));
        Path work = Path.of(arguments[1]);
        Path clean = work.resolve(CLEAN_FILE);
        try (PrintStream says = new PrintStream(Files.newOutputStream(work.resolve(SAYS_FILE)), true)) {
            FileKind kind = clean(Path.of(arguments[0]), clean, FileKind.valueOf(arguments[2]), says);
            if (kind != null) {
                words(clean, kind, work.resolve(WORDS_FILE), says);
            }
        }
        Runtime.getRuntime().halt(0);
    }

    /** Also if whoever started it was killed and does not end it. */
    private static void endAfter(Duration longest) {
        Thread watch = new Thread(() -> {
            try {
                Thread.sleep(longest);
            } catch (InterruptedException e) {
                // Ends it all the same.
            }
            Runtime.getRuntime().halt(1);
        });
        watch.setDaemon(true);
        watch.start();
    }

    /** Whatever a reader of hostile files throws, an Error too, is said and no more. */
    private static @Nullable FileKind clean(Path sent, Path clean, FileKind named, PrintStream says) {
        try {
            FileKind kind = Cleaning.clean(sent, clean, named);
            says.println(CLEANED + kind);
            return kind;
        } catch (Rejected refused) {
            says.println(REFUSED + refused.why());
        } catch (OutOfMemoryError | StackOverflowError e) {
            says.println(REFUSED + FileRefusal.TOO_MUCH_IN_IT);
        } catch (Throwable e) {
            says.println(REFUSED + FileRefusal.DAMAGED);
        }
        return null;
    }

    private static void words(Path clean, FileKind kind, Path words, PrintStream says) {
        try {
            Files.writeString(words, FileWords.of(clean, kind), StandardCharsets.UTF_8);
            says.println(TEXT);
        } catch (IOException e) {
            // The file is good; nobody finds it by its words.
        }
    }
}
