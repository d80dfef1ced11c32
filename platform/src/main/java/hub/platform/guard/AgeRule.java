package hub.platform.guard;

import static hub.platform.guard.Patterns.any;
import static hub.platform.guard.Patterns.low;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An exact age, or the day of birth, of one child. Stages ("primary age", "teenager") and ages of many ("7 year olds") are none. */
final class AgeRule implements Guard.Rule {
    private static final String N =
            "(?:1[0-7]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)";
    private static final String HALF = "(?: ?½|\\.5| and a (?:half|bit))?";
    private static final String MONTHS =
            "(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen)";
    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final String DATE = "(?:the )?(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? " + MONTH + "\\b(?:,? \\d{2,4})?|"
            + MONTH + " \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}|" + MONTH
            + " \\d{4}|(?:in )?20[012]\\d)";
    private static final String ORDINAL =
            "(?:\\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth)";
    private static final String CHILD =
            "(?:he|she|hes|shes|boy|girl|lad|son|daughter|lo|fs|fd|fc|child|kid|baby|toddler|one|grandson|granddaughter|nephew|niece|brother|sister|sibling|oldest|eldest|youngest|middle|older|younger|twins?|little|other|placement|bub|bubs)";

    private static final List<Patterns> PATTERNS = List.of(
            any("\\b(" + N + HALF + "[ -]?(?:years?|yrs?|yr)[ -]?old)\\b(?!s)"),
            any("\\b(" + N + HALF + " ?(?:yo|y/o|y\\.o|yrold))\\b(?!s)"),
            any("\\b(" + MONTHS + "[ -]?(?:months?|mths?|mo|weeks?|wks?|days?)[ -]?old)\\b(?!s)"),
            any("\\b(" + MONTHS + " ?(?:mo|m/o))\\b"),
            any(
                    "\\b(?:" + CHILD
                            + ") (?:is|was|are|were|just|only|now|both|will be|turns?|turned|turning|be|about to be|nearly|almost|barely|already|who's|who’s|who is|’s|'s)(?: (?:just|only|now|nearly|almost|still|about|turned|turning|to be|been|both|already|barely|is|was|be|turn|going on))* ("
                            + N + HALF
                            + ")\\b(?! (?:of|times|hours?|mins?|minutes?|weeks?|months?|days?|years?(?! old)|nights?|o'?clock|am|pm|foot|ft|stone|miles?|more|other|in the|different|sessions?|meetings?|schools?|places?|homes?|big|things?|year[s]? of|lots|who|little|weeks|cats?|dogs?|sisters?|brothers?|siblings?|placements?|minute|hour|pages?|questions?|people|on|point|thing|step))"),
            any(
                    "\\b(?:he|she)(?:’s|'s|s) (?:(?:just|only|now|nearly|almost|still|turned|turning|about to turn|about to be|already|barely|going on) )*("
                            + N + HALF
                            + ")\\b(?! (?:of|times|hours?|mins?|minutes?|weeks?|months?|days?|nights?|o'?clock|am|pm|foot|stone|miles?|more|other|years? of|in a|tough|thing|point|step|on))"),
            any(
                    " is (?<!\\b(?:it|time|bedtime|limit|answer|number|minimum|max|maximum|age|ratio|that|this|which|what|curfew|tea|dinner|lunch|class|group|deadline|option|standard|section|page|part|week|day|room|chapter|no|average|total|one|tog|score|best|size|step|question|point|money|allowance|year|weeks|months|here) is )(?:just |only |now |nearly |almost |still )*("
                            + N + HALF + ")(?=[,.;!?)\\n]| and\\b|$)"),
            any(
                    "\\b(?!it|that|there|what|let|who|here|where|time|one|when|how|year|bedtime)[a-z]+'s (?:just |only |now |nearly |almost |still |just turned )*(1[0-7]|[1-9]|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)(?=[,.;!?)\\n]| and (?:he|she|his|her|i|we|has|is|was|still|already)| next| on| in a| tomorrow| today| soon|$)"),
            any(
                    "(?:\\b(?:is|was|only|just|nearly|baby|bub)|(?:^|[.!?\\n]|, ?)) ?(" + MONTHS
                            + " months)\\b(?! (?:ago|later|after|before|in\\b|on\\b|into|since|of|time|left|with|back|to|it|this|from|for|we|i\\b|at\\b|without|notice|now))"),
            any("\\b(?:boy|girl|lad|lass|man|woman|one|child|teen|teenager|son|daughter) of (" + N + HALF
                    + ")\\b(?! (?:the|them|us|our|my|his|her|these|those|you|many))"),
            any(
                    "\\b(?:aged?|age:|age is)(?: of)? (" + N + HALF
                            + ")\\b(?! ?(?:to|-|–|and (?:over|above|under|up)|or (?:over|under|above)|upwards|plus|\\+|groups?))"),
            any(
                    "\\b(?:turn(?:s|ed|ing)?|just|hits?|reach(?:es|ed)?) (" + N
                            + ")\\b(?= (?:on|last|this|next|in|today|yesterday|tomorrow|the other|at the|over|back|just|and|but|so)\\b|[.,!?)])"),
            any("\\((?<=\\p{L} ?\\()(" + N + HALF + "|" + MONTHS
                    + " ?(?:months?|mths?|m|mo|wks?|weeks?))(?: ?(?:yrs?|years?|y|yo|years old))?\\)"),
            any(
                    "\\b(?:boy|girl|lad|son|daughter|fs|fd|lo|one|child|grandson|granddaughter|nephew|niece|brother|sister|twins?), ("
                            + N + HALF + ")(?=[,.;!?)]| and\\b| who\\b| has\\b| is\\b|$)"),
            any(
                    "\\b(?:boy|girl|lad|son|daughter|fs|fd|lo|grandson|granddaughter|nephew|niece|brother|sister|sibling)(?: of)? ("
                            + N + ")(?=[,.;!?)]| and (?:a|his|her|my|our)\\b| who\\b| has\\b| is\\b| is\\b|$)"),
            any(
                    "\\b(?:born|dob|d\\.o\\.b\\.?|date of birth|birthday|bday|b'day|birth date)(?: is| was| on| in|:|’s|'s)*[ :]+(?:on )?("
                            + DATE + ")"),
            any("\\b((?:his|her|their|'s|a|the) " + ORDINAL + " (?:birthday|bday))\\b"),
            any("(" + DATE + ")(?= (?:is|was) (?:his|her|their|our|my) (?:birthday|bday))"),
            any("\\b(?:his|her) (" + ORDINAL + ") (?=birthday)"));

    private static final Pattern NUMBER = low(
            "\\d|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh)teen|birth|born|dob|bday|b'day)");

    private static final Pattern MANY = low(
            "\\b(?:(?:does|should|can|would|could|must|what|if|say|as old as) an?|for|most|many|all|some|any|other|with|between|under|over|your|the average|typical|a normal|ages?|like a|as a|children (?:of|aged)|kids (?:of|aged)|when (?:i|we) (?:was|were)|than a|every) (?:a |an )?$");
    private static final Pattern OF_THINGS = low(
            "\\b(?:my own|our own|(?:car|dog|cat|puppy|kitten|house|boiler|computer|laptop|sofa|phone|tablet|book|policy|leaflet|group|hub|building)\\b)[^.!?]{0,25}$");
    private static final Pattern OWN = low(
            "\\b(?:i'm|i’m|i am|i was|we were|when i|my own|our own|my wife|my husband|we've been|for)\\b[^.!?,]{0,12}$");

    @Override
    public List<Finding> in(Passage passage, List<Finding> already) {
        List<Finding> found =
                new ArrayList<>(Patterns.near(NUMBER, passage, Finding.Kind.AGE, PATTERNS, AgeRule::isOneChild));
        for (Finding name : already) {
            if (name.kind() == Finding.Kind.NAME) {
                Matcher age = BEHIND_A_NAME.matcher(passage.small()
                        .substring(name.end(), Math.min(passage.small().length(), name.end() + NEAR)));
                if (age.find()) {
                    found.add(new Finding(name.end() + age.start(1), name.end() + age.end(1), Finding.Kind.AGE));
                }
            }
        }
        return found;
    }

    private static final int NEAR = 40;
    private static final Pattern BEHIND_A_NAME = low(
            "^(?:,| is| was|'s|,? who's|,? who is|,? aged|,? age| -| \\()+ ?(?:only |just |now |nearly |almost |turned )*("
                    + N + HALF + "|" + MONTHS
                    + " (?:months|weeks))(?=[,.;!?)\\n]| and| next| on| in a| who| has| is|$)");

    private static boolean isOneChild(Passage passage, int start, int end) {
        String before = passage.small().substring(Math.max(0, start - 40), start);
        return !MANY.matcher(before).find()
                && !OF_THINGS.matcher(before).find()
                && !OWN.matcher(before).find();
    }
}
