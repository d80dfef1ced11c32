package hub.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where {@code content/} is: named by HEARTH_CONTENT, in the working directory, or beside it. */
final class ContentFolder {
    private ContentFolder() {}

    static Path find() {
        String named = System.getenv("HEARTH_CONTENT");
        List<Path> places =
                named == null ? List.of(Path.of("content"), Path.of("..", "content")) : List.of(Path.of(named));
        return places.stream()
                .filter(place -> Files.isRegularFile(place.resolve("help.yml")))
                .findFirst()
                .orElseThrow(
                        () -> new CannotRun(
                                "The folder content/ is not here. Start Hearth in its own folder, or name it in HEARTH_CONTENT."));
    }
}
