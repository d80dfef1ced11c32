package hub.platform.guard;

import static hub.platform.guard.Patterns.any;
import static hub.platform.guard.Patterns.exact;
import static hub.platform.guard.Patterns.low;

import java.util.List;
import java.util.regex.Pattern;

/** Numbers of cases, courts by name, and the day of a hearing. */
final class CourtRule implements Guard.Rule {
    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final String DAY = "(?:(?:mon|tues?|wednes|wed|thurs?|fri|satur|sun)(?:day)?,? )?(?:the )?";
    private static final String DATE =
            "(?:" + DAY + "\\d{1,2}(?:st|nd|rd|th)?(?: of)?(?: " + MONTH + "\\b|[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?)"
                    + "|" + DAY + MONTH
                    + " \\d{1,2}(?:st|nd|rd|th)?|(?:the )?\\d{1,2}(?:st|nd|rd|th)\\b(?! (?:hearing|birthday|time|year))"
                    + "|(?:this|next|on) (?:coming )?(?:mon|tues|wednes|thurs|fri)day\\b)";
    private static final String HEARING =
            "(?:court|hearing|hearings|irh|cmh|judge|trial|tribunal|adoption order|final order|care order|sgo hearing|placement order)";

    private static final List<Patterns> CASES = List.of(
            exact("\\b([A-Z]{2}\\d{2}[A-Z] ?\\d{4,6})\\b"),
            any("\\bcase(?: number| no\\.?| ref(?:erence)?)?(?: is| was|:)? ?#?((?:[a-z]{1,4}[ /-]?)?\\d{2,}[\\w/-]*)"),
            any(
                    "\\b(?:ref|reference|court number|court no\\.?)(?: number| no)?(?: is| was|:)? ?((?=[\\w/-]*\\d{2})[a-z]{0,4}\\d[\\w/-]{4,})"),
            any("\\b(" + HEARING + "\\b[^.!?\\n]{0,40}?\\b" + DATE + ")"),
            any("\\b(" + DATE + "[^.!?\\n]{0,25}?\\b(?:at |in |for |is |the |his |her |their |our )+(?:final )?"
                    + HEARING + ")\\b"),
            any(
                    "\\b(?:case|listed|directions|adjourned|in front of the judge|barrister|guardian's report)\\b[^.!?\\n]{0,40}?\\b("
                            + DATE + ")"),
            exact(
                    "\\b((?:[A-Z][a-z]+ ){1,3}(?:Family|County|Crown|Magistrates'?|Youth|Combined)(?: Court)(?: Centre)?|(?:[A-Z][a-z]+ ){1,2}(?:(?:Civil|Combined) (?:Justice|Court) Centre|District Registry|Law Courts|Justice Centre))\\b"),
            exact("\\b((?:[Ff]amily|[Cc]ounty|[Cc]rown|[Mm]agistrates'?|[Yy]outh) [Cc]ourt (?:in|at) [A-Z][a-z]+)"),
            any(
                    "\\b((?!the |a |in |at |to |this |his |her |our |every |each |crown |family |youth |from |by |that |which )[a-z]{4,} (?:family|crown|county|magistrates|youth) court)\\b"),
            exact("\\b((?:Her Honour |His Honour )?[Jj]udge [A-Z][a-z]+)"));

    private static final Pattern GENERAL =
            low("\\b(?:training|course|workshop|talk|webinar|rules|meeting|coffee|bank holiday|deadline)\\b");

    @Override
    public List<Finding> in(Passage passage, List<Finding> already) {
        return Patterns.find(
                passage,
                Finding.Kind.CASE,
                CASES,
                (all, start, end) -> !GENERAL.matcher(all.sentence(start, end)).find());
    }
}
