package hub.platform.files;

/** How far a file has come. */
public enum FileState {
    /** Its bytes are not all there yet, or not any more. Nobody sees it; after a day it is cleared away. */
    INCOMPLETE,
    /** The scanner has not answered yet. Only who may change it sees that it is there. */
    WAITING,
    /** The scanner found something. Likewise. */
    FOUND,
    /** For all who may read. */
    PASSED
}
