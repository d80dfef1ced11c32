package hub.forum.home.web;

import hub.platform.identity.Viewer;
import hub.platform.web.Site;
import hub.platform.web.once.Part;
import hub.platform.web.parts.ThreadLine;
import java.util.List;

/**
 * The home page of somebody approved.
 *
 * @param own the viewer's groups
 * @param newInGroups conversations of those with something new
 * @param since when the viewer was last here, as people say it; empty the first time
 * @param onCall the hub carer to ring now, if there is one
 * @param newsHtml the news as another service made them, or empty
 * @param noNews whether there is none
 * @param newsAway whether the news cannot be shown
 */
record Inside(
        String firstName,
        Part own,
        Part newInGroups,
        Part inGroups,
        Part inBoards,
        String since,
        Part onCall,
        Part news,
        String newsHtml,
        boolean noNews,
        boolean newsAway) {
    private static final String LINE = "parts/threads :: line";

    static Inside of(
            Viewer viewer,
            List<OwnGroup> own,
            List<ThreadLine> newInGroups,
            List<ThreadLine> inGroups,
            List<ThreadLine> inBoards,
            String since,
            List<Site.Number> onCall,
            NewsOnHome news) {
        return new Inside(
                viewer.firstName(),
                new Part("home/own :: group", own),
                new Part(LINE, newInGroups),
                new Part(LINE, inGroups),
                new Part(LINE, inBoards),
                since,
                new Part("home/own :: onCall", onCall.stream().map(Ring::of).toList()),
                new Part("parts/news :: line", news.lines()),
                news.html(),
                news.none(),
                news.away());
    }

    record Ring(String name, String number, String tel, String hours) {
        static Ring of(Site.Number number) {
            return new Ring(number.name(), number.number(), number.tel(), number.hours());
        }
    }

    /** @param asking where the requests to join wait, for those who decide them; else empty */
    record OwnGroup(String path, String name, String emblem, String hue, boolean agreementFirst, String asking) {}
}
