package hub.resources.standards;

/** One of the training, support and development standards. */
public record TsdStandard(int number, String name) {
    public String title() {
        return "Standard " + number + ": " + name;
    }
}
