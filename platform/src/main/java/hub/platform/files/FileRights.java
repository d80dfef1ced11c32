package hub.platform.files;

import hub.platform.identity.Viewer;
import reactor.core.publisher.Mono;

/** Who may do what with the files of one kind of thing. The feature that has the thing provides it as a bean. */
public interface FileRights {
    /** The {@link Place#kind} that it answers for. */
    String kind();

    /** Whether the viewer may read the thing, and so its files. */
    Mono<Boolean> mayRead(String id, Viewer viewer);

    /** Whether the viewer may attach files to it and take them away. */
    Mono<Boolean> mayChange(String id, Viewer viewer);
}
