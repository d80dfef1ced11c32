package hub.platform.demo;

import hub.platform.content.Content;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** The files of {@code content/demo}. */
@Component
public class DemoFiles {
    private static final String FOLDER = "demo/";

    private final Content content;

    DemoFiles(Content content) {
        this.content = content;
    }

    /**
     * The entries of a file that holds a list.
     *
     * @param name below {@code content/demo}, such as {@code people.yml}
     */
    public List<DemoEntry> entries(String name) {
        return DemoEntry.listOf(content.yaml(content.folder(FOLDER + name)));
    }

    /** All files of a folder below {@code content/demo} that end so, by name. */
    public List<Path> files(String folder, String ending) {
        return content.files(FOLDER + folder, ending);
    }

    /** A file that holds one mapping. */
    public DemoEntry entry(Path file) {
        return new DemoEntry(content.yaml(file));
    }

    /** A Markdown file. */
    public Content.Page page(Path file) {
        return content.page(file);
    }
}
