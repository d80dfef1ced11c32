import com.sass_lang.embedded_protocol.OutputStyle;
import de.larsgrefer.sass.embedded.SassCompilerFactory;
import de.larsgrefer.sass.embedded.logging.JulLoggingHandler;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.logging.Logger;

/**
 * Compiles the style sheet while the project is built: {@code java CompileStyles.java hearth.scss hearth.css work-folder}. Run from source
 * by the build (docs/adr/0002-style-sheet.md); it is no part of the product.
 */
final class CompileStyles {

    private static final String GOVUK = "META-INF/resources/webjars/govuk-frontend/";

    private CompileStyles() {}

    public static void main(String... args) throws Exception {
        var source = new File(args[0]);
        var target = Path.of(args[1]);
        try (var sass = SassCompilerFactory.bundled()) {
            sass.setOutputStyle(OutputStyle.COMPRESSED);
            sass.setLoadPaths(List.of(unpackGovuk(Path.of(args[2])).toFile()));
            sass.setLoggingHandler(new JulLoggingHandler(Logger.getLogger("sass")));
            sass.setQuietDeps(true);
            sass.addSilenceDeprecation("import"); // GOV.UK Frontend 5 is written for it
            var css = sass.compileFile(source).getCss();
            Files.createDirectories(target.getParent());
            Files.writeString(target, css);
            System.out.printf("%s: %,d characters%n", target.getFileName(), css.length());
        }
    }

    /** Dart Sass is a process of its own and reads files, not jars, so the package's Sass files are laid out in a folder first. */
    private static Path unpackGovuk(Path folder) throws IOException {
        URL jar = CompileStyles.class.getClassLoader().getResource(GOVUK);
        if (jar == null) {
            throw new FileNotFoundException(GOVUK + " is not on the class path of the style-sheet build");
        }
        try (var zip = ((JarURLConnection) jar.openConnection()).getJarFile()) {
            for (var entry : (Iterable<JarEntry>) zip.stream()::iterator) {
                int dist = entry.getName().indexOf("/dist/govuk/");
                if (dist < 0 || !entry.getName().endsWith(".scss")) {
                    continue;
                }
                var file = folder.resolve(entry.getName().substring(dist + "/dist/".length())).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException("An entry leaves the folder: " + entry.getName());
                }
                Files.createDirectories(file.getParent());
                try (var in = zip.getInputStream(entry)) {
                    Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return folder;
    }
}
