package hub.platform.search;

/**
 * What the page of one service shows of what another found, where the services are processes of their own: the service that has the guides and the news
 * makes the fragment {@link #PATH}, and the one that has the page asks for it.
 */
public final class SearchElsewhere {
    /** Where the list stands as HTML, without a page around it, for whoever's session asks; blank if nothing was found. */
    public static final String PATH = "/library/search";

    private SearchElsewhere() {}
}
