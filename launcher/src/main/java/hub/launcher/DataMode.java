package hub.launcher;

/** Whether a database holds the demo or is a council's own. Settled at its first start, for good: a hub started empty never has demo people. */
final class DataMode {
    private static final String MARK = "mode";
    private static final String DEMO = "demo";
    private static final String OWN = "own";

    private DataMode() {}

    /**
     * @return whether this is the demo
     * @throws CannotRun if an empty hub is asked for on a database that holds the demo
     */
    static boolean settle(String mongoUri, boolean empty) {
        String settled = Marks.read(mongoUri, MARK);
        if (settled == null) {
            Marks.write(mongoUri, MARK, empty ? OWN : DEMO);
            return !empty;
        }
        boolean demo = settled.equals(DEMO);
        if (demo && empty) {
            throw new CannotRun(
                    "This data folder holds the demo community. For an empty hub choose another folder with --data.");
        }
        return demo;
    }
}
