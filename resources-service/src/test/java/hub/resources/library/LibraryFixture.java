package hub.resources.library;

import hub.platform.files.FileKind;
import hub.platform.files.Files;
import hub.platform.files.StoredFile;
import hub.platform.text.Slug;
import hub.resources.Cast;
import hub.resources.ResourcesPeople;
import hub.resources.audiences.Audience;
import hub.testkit.MatrixFixture;
import hub.testkit.TestFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A guide with a file for the audience of the place; where nothing is published, a guide that is not there. */
@TestFixture
final class LibraryFixture implements MatrixFixture {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Guides guides;
    private final Files files;

    LibraryFixture(Guides guides, Files files) {
        this.guides = guides;
        this.files = files;
    }

    @Override
    public Set<String> variables() {
        return Set.of("audience", "topic", "piece", "standard", "file", "name");
    }

    @Override
    public Map<String, String> make(Place place) {
        String sort = place.sort();
        if (!Cast.AUDIENCES.contains(sort)) {
            return Map.of(
                    "audience",
                    "nobody",
                    "topic",
                    "topic-" + sort,
                    "piece",
                    "not-there",
                    "standard",
                    "2",
                    "file",
                    "nosuchfile00",
                    "name",
                    "x.txt");
        }
        String slug = guides.aGuideFor(
                Slug.find(Audience.class, sort).orElseThrow(),
                "Foxglove" + sort + " guide",
                "topic-" + sort,
                standard(sort));
        StoredFile file = Objects.requireNonNull(files.bring(
                        text("Hellebore" + sort + " is in it"),
                        FileKind.TEXT,
                        LibraryFileRights.place(slug),
                        "Monkshood" + sort)
                .block(SOON));
        return Map.of(
                "audience",
                sort,
                "topic",
                "topic-" + sort,
                "piece",
                slug,
                "standard",
                String.valueOf(standard(sort)),
                "file",
                file.id(),
                "name",
                file.name());
    }

    private static int standard(String sort) {
        return List.of("public", "carers", "kinship", "staff").indexOf(sort) + 1;
    }

    private static Path text(String words) {
        try {
            Path file = java.nio.file.Files.createTempFile("diary", ".txt");
            file.toFile().deleteOnExit();
            return java.nio.file.Files.writeString(file, words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String unknown(String variable) {
        return switch (variable) {
            case "standard" -> "999";
            case "name" -> "nosuch.txt";
            default -> MatrixFixture.super.unknown(variable);
        };
    }

    @Override
    public List<Secret> secrets(String sort) {
        if (!Cast.AUDIENCES.contains(sort)) {
            return List.of();
        }
        Set<String> readers = ResourcesPeople.readers(sort);
        return List.of(
                new Secret("Foxglove" + sort, readers),
                new Secret("Monkshood" + sort, readers),
                new Secret("Hellebore" + sort, readers));
    }

    @Override
    public void secretsAreShown(Place place) {
        String sort = place.sort();
        if (Cast.AUDIENCES.contains(sort)) {
            var reader = place.session("Helen");
            String guide = "/library/" + place.get("piece");
            String page = reader.get(guide).body();
            String file = reader.get(guide + "/files/" + place.get("file") + "/" + place.get("name"))
                    .body();
            if (!page.contains("Foxglove" + sort)
                    || !page.contains("Monkshood" + sort)
                    || !file.contains("Hellebore" + sort)) {
                throw new AssertionError("The guide for " + sort + " does not show what is in it:\n" + page + file);
            }
        }
    }

    @Override
    public Object stored(Place place) {
        return place.session("Helen")
                .get("/library/" + place.get("piece") + "/files")
                .body()
                .replaceAll("name=\"(_csrf|formKey)\" value=\"[^\"]*\"", "");
    }
}
