import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.sass_lang.embedded_protocol.OutputStyle;
import de.larsgrefer.sass.embedded.SassCompilerFactory;
import de.larsgrefer.sass.embedded.logging.JulLoggingHandler;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.logging.Logger;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the files that browsers keep, while the project is built: {@code java BuildAssets.java hearth.scss assets-folder classes-folder
 * work-folder}. The style sheet is compiled; it and what stands in the assets folder gets a name with a hash of its content, and a gzip and a
 * brotli twin. {@code assets.properties} says which name became which. Run from source by the build (docs/adr/0002-style-sheet.md,
 * docs/adr/0009-static-files.md); it is no part of the product.
 */
final class BuildAssets {

    private static final String GOVUK = "META-INF/resources/webjars/govuk-frontend/";
    private static final int HASH_LENGTH = 10;

    private BuildAssets() {}

    public static void main(String... args) throws Exception {
        var assets = new TreeMap<String, byte[]>();
        assets.put("hearth.css", css(new File(args[0]), Path.of(args[3])).getBytes(StandardCharsets.UTF_8));
        try (var files = Files.list(Path.of(args[1]))) {
            for (var file : (Iterable<Path>) files::iterator) {
                assets.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        write(assets, Path.of(args[2]));
    }

    private static void write(Map<String, byte[]> assets, Path classes) throws Exception {
        var folder = Files.createDirectories(classes.resolve("static/assets"));
        try (var old = Files.list(folder)) {
            for (var file : (Iterable<Path>) old::iterator) {
                Files.delete(file);
            }
        }
        var manifest = new StringBuilder("# Made by the build: what a static file is called.\n");
        for (var asset : assets.entrySet()) {
            var name = hashed(asset.getKey(), asset.getValue());
            var gzip = gzip(asset.getValue());
            Files.write(folder.resolve(name), asset.getValue());
            Files.write(folder.resolve(name + ".gz"), gzip);
            if (Brotli4jLoader.isAvailable()) {
                Files.write(folder.resolve(name + ".br"), Encoder.compress(asset.getValue(), Encoder.Parameters.create(11)));
            } else {
                System.out.println("There is no brotli for this machine: browsers get gzip.");
            }
            manifest.append(asset.getKey()).append('=').append(name).append('\n');
            System.out.printf("%s: %,d bytes, gzip %,d%n", name, asset.getValue().length, gzip.length);
        }
        Files.writeString(classes.resolve("assets.properties"), manifest);
    }

    private static String hashed(String name, byte[] content) throws Exception {
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)).substring(0, HASH_LENGTH);
        int dot = name.lastIndexOf('.');
        return name.substring(0, dot) + "." + hash + name.substring(dot);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_COMPRESSION);
            }
        }) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static String css(File source, Path work) throws Exception {
        try (var sass = SassCompilerFactory.bundled()) {
            sass.setOutputStyle(OutputStyle.COMPRESSED);
            sass.setLoadPaths(List.of(unpackGovuk(work).toFile()));
            sass.setLoggingHandler(new JulLoggingHandler(Logger.getLogger("sass")));
            sass.setQuietDeps(true);
            sass.addSilenceDeprecation("import"); // GOV.UK Frontend 5 is written for it
            return sass.compileFile(source).getCss();
        }
    }

    /** Dart Sass is a process of its own and reads files, not jars, so the package's Sass files are laid out in a folder first. */
    private static Path unpackGovuk(Path folder) throws IOException {
        URL jar = BuildAssets.class.getClassLoader().getResource(GOVUK);
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
