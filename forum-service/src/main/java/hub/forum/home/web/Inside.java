package hub.forum.home.web;

import hub.platform.identity.Viewer;
import hub.platform.web.Site;
import hub.platform.web.once.Part;
import hub.platform.web.parts.ThreadLine;
import java.util.List;

/**
 * The home page of somebody approved.
 *
 * @param newLink that somebody made a new link for the viewer, if they do not know yet
 * @param staff whether the viewer works for the service and looks after no child in its name
 * @param own the viewer's groups
 * @param newInGroups conversations of those with something new
 * @param since when the viewer was last here, as people say it; empty the first time
 * @param onCall the hub carer to ring now, if there is one
 * @param newsHtml the news as another service made them, or empty
 * @param noNews whether there is none
 * @param newsAway whether the news cannot be shown
 */
record Inside(
        Part newLink,
        String firstName,
        boolean staff,
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
    static Inside of(
            Part newLink,
            Viewer viewer,
            List<OwnGroup> own,
            List<ThreadLine> newInGroups,
            List<ThreadLine> inGroups,
            List<ThreadLine> inBoards,
            String since,
            List<Site.Number> onCall,
            NewsOnHome news) {
        return new Inside(
                newLink,
                viewer.firstName(),
                !viewer.carer(),
                Part.each("home/inside :: group", own),
                ThreadLine.all(newInGroups),
                ThreadLine.all(inGroups),
                ThreadLine.all(inBoards),
                since,
                Part.each("home/inside :: onCall", onCall),
                Part.each("parts/news :: line", news.lines()),
                news.html(),
                news.none(),
                news.away());
    }

    /** @param asking where the requests to join wait, for those who decide them; else empty */
    record OwnGroup(String path, String name, String emblem, String hue, boolean agreementFirst, String asking) {}
}
