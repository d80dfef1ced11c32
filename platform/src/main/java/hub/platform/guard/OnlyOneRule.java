package hub.platform.guard;

import static hub.platform.guard.Patterns.any;

import java.util.List;

/** What points at one child without a name: the only one of a kind in a small place, or something that was in the news. */
final class OnlyOneRule implements Guard.Rule {
    private static final String PLACE =
            "(?:schools?|nursery|village|street|road|class|classroom|estate|church|mosque|temple|gurdwara|synagogue|town|year|year \\d+|year group|block|close|playgroup|college|team|area|hamlet|island|tower block|county|borough|flats|convent|academy|site|city|cadets|choir|squad)";
    private static final String OWN =
            "(?:the|our|his|her|their|this|that|a|whole|entire|small|little|tiny|local|primary|secondary|infant|junior|my)";
    private static final String CHILD =
            "(?:boys?|girls?|lads?|child|twins?|triplets|brothers?|sisters?|siblings|bab(?:y|ies)|ones?|kids|children|family|son|daughter|toddler|teenager|pair|two|three|four|mum|dad|mother|father|parents|mam|lady|man|woman|driver|couple|bloke|fella)";
    private static final String EVENT =
            "(?:jailed|(?:to|in|for) prison|(?:house |flat )?fire|robbery|murder(?:ed)?|manslaughter|killed|car crash|crash|bypass|rescued|lifeboat|bravery award|(?:went|gone) missing|got arrested|was arrested|channel \\d|documentary|minibus|bus depot|found (?:asleep|alone|wandering)|level crossing|canal|quarry|landslide|derailment|motorway|rang 999|dialled 999|called 999|(?:the|local|national|evening) news|look north|[a-z]+ crash|(?:the|local) papers?|newspapers?|gofundme|on the (?:radio|telly|tv)|headlines|explosion|gas leak|flood|ferry|stabbed|stabbing|shooting|shot dead|drowned|kidnapped|abandoned|sentenced|trial|gazette|echo|mercury|herald|chronicle|bbc|appeal|inquest|lottery|x factor|britain's got talent)";

    private static final List<Patterns> PATTERNS = List.of(
            any(
                    "\\b((?:the |one of the )?only (?:(?!way|thing|time|reason|problem|option|difference|ones? i|place|question|support|help|slots?|people|carers?|spaces?|person)[\\w'-]+ ){1,8}?(?:in|at|on|from|of|for) (?:"
                            + OWN + " )+(?:[\\w'-]+ )?" + PLACE + ")\\b"),
            any("\\b((?:the|her|his|only) (?:one|child|kid|girl|boy) in (?:" + OWN + " )+" + PLACE
                    + " (?:who|with|that|to)\\b[^.!?\\n]{0,50})"),
            any("\\b((?:the|that|those|a|an|my [a-z]+(?: [a-z']+)?(?:'s)?|our) (?:[\\w'-]+ ){0,3}?" + CHILD
                    + "\\b[^.!?\\n]{0,60}?\\b" + EVENT + ")\\b"),
            any(
                    "\\b((?:was|were|is|are|been|got|all) (?:all )?(?:over|in|on) the (?:local |national |front |evening |sunday )*(?:news|papers?|newspapers?|front page|gazette|echo|telegraph|mercury|herald|chronicle|advertiser|courier|argus|headlines|telly|tv|look north|bbc))\\b"),
            any(
                    "\\b((?:made|hit) the (?:local |national |evening )*(?:news|papers?|newspapers?|headlines|gazette|echo|mercury|herald|chronicle|advertiser|courier|argus))\\b"),
            any(
                    "\\b((?:the|that|a|our) (?:[\\w'-]+ ){0,2}?(?:boys?|girls?|lads?|kid|child|twins|one|baby|newborn) (?:(?:who|that) (?:was|were) |they )?(?:found|left|dumped|discovered|pulled|born|dug) (?:on|in|at|by|outside|from|under|near|out of) (?:the|a|that)\\b[^.!?\\n]{3,40})"),
            any(
                    "\\b((?:the|that|a|our) (?:[\\w'-]+ ){0,2}?(?:boys?|girls?|lads?|kid|child|twins) with (?:the|a|one|no) [^.!?\\n]{3,30} (?:who|that|from|in|at) [^.!?\\n]{3,40})"),
            any(
                    "\\b((?:the|a|that) (?:[\\w'-]+ ){0,2}?(?:deaf|blind|red[- ]?head(?:ed)?|ginger|albino|traveller|gypsy|amputee|wheelchair|partially sighted) (?:boy|girl|lad|child|kid|family|twins?)\\b[^.!?\\n]{0,40}?\\b(?:at|in|from|for|on) (?:"
                            + OWN + " )*(?:[\\w'-]+ )?(?:" + PLACE
                            + "|[a-z]+ton|[a-z]+by|[a-z]+ford|[a-z]+brook|[a-z]+ham))\\b"),
            any("\\b((?:set of |the )?(?:triplets|quadruplets|quads|identical twins|conjoined twins))\\b"));

    @Override
    public List<Finding> in(Passage passage, List<Finding> already) {
        return Patterns.find(passage, Finding.Kind.COMBINATION, PATTERNS, (all, start, end) -> true);
    }
}
