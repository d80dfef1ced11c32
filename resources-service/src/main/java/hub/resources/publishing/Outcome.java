package hub.resources.publishing;

/** What came of handing something in. */
public sealed interface Outcome {

    /** It is stored; or it was before, and this was the second tap. */
    record Stored(Publication publication) implements Outcome {}

    /** Somebody changed it since the editor opened it. Nothing was stored. */
    record ChangedMeanwhile(Publication now) implements Outcome {}
}
