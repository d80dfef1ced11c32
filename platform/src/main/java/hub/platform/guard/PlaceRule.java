package hub.platform.guard;

import static hub.platform.guard.Patterns.any;
import static hub.platform.guard.Patterns.exact;
import static hub.platform.guard.Patterns.low;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Schools, clubs and streets by their names. Where everybody may come to is no alarm. */
final class PlaceRule implements Guard.Rule {
    private static final String NAMED =
            "(?:[A-Z][\\p{L}’'&-]*+\\.?|St\\.?|of|the|and|&|C ?of ?E|CofE|RC|Church|Upper|Lower)";
    private static final String SCHOOL =
            "(?:[Pp]rimary(?: [Ss]chool)?|[Jj]uniors?(?: [Ss]chool)?|[Ii]nfants?(?: [Ss]chool)?|[Ss]econdary(?: [Ss]chool)?|[Hh]igh(?: [Ss]chool)?|[Gg]rammar(?: [Ss]chool)?|[Aa]cademy|[Cc]ollege|[Ss]chool|[Nn]ursery(?: [Ss]chool)?|[Pp]re-?[Ss]chool|[Pp]laygroup|[Ss]ixth [Ff]orm|[Cc]omp|[Cc]onvent|RC|[Kk]indergarten|[Dd]aycare|PRU)";
    private static final List<Patterns> SCHOOLS = List.of(
            exact(
                    "(?<![\\p{L}])((?!The |My |Our |His |Her |A |In |At |If |And |But |For |With |Year |Any |Every |When |Some |All |New |Virtual |Sunday |Not |This |That |Which |State |Private |Local |Most |Good |Is |So |Their |Your |Old |Big |First |Special |Is |Was |After |Before |Hi |No |To |Of |Each |How |What |Why |Does |Do |Secondary |Primary |Infant |Junior |High |Foster |Forest |Special |Both |Day |Home |Boarding |Nursery |Breakfast |Saturday |Ask |Tell |Ring |Rang |Told |January |February |March |April |May |June |July |August |September |October |November |December |Monday |Tuesday |Wednesday |Thursday |Friday |Polish |Their |Half |Until |Since |Because |Nursery |Old |Proper )[A-Z][\\p{L}’'-]*+\\.?(?: "
                            + NAMED + "){0,3}(?<! and| of| the| &) " + SCHOOL + ")\\b"),
            exact("\\b(Our Lady(?:’s|'s)?(?: (?:of|and|RC|Catholic|[A-Z][a-z]+|Primary|School))*)"),
            exact(
                    "(?:[Nn]ursery|[Pp]re-?school|[Pp]laygroup|[Ss]chool)(?: rang| called| is| was| rings|,|:|’s|'s)+ (?:is |called |at |the one at )?((?!Mum|Dad|I\\b|We|The|He|She|They|It|But|And|So|My|Our|Then|Year|If|When|Which|Ring|Thank)[A-Z][\\p{L}’'-]++(?: (?:on|the|of|in|by|at|and|[A-Z][\\p{L}’'-]++)){0,4}(?<! (?:on|the|of|in|by|at|and)))"),
            any(
                    "\\b(?:at|to|from|into) ((?:st|saint)\\.? (?!john ambulance|george'?s day|patrick|andrew'?s day|david'?s day|ives|albans|helens|austell)[a-z]{3,}'?s?)\\b"),
            any(
                    "\\b((?:st|saint)\\.? [a-z]+(?:[’']?s)?(?: (?:of|and) [a-z]+)?(?: (?:c ?of ?e|rc|catholic|church of england))?(?: (?:primary|junior|infant|secondary|high|school|nursery|academy|college)s?)+)\\b"),
            any(
                    "(?:goes to|went to|going to|start(?:s|ed|ing)? at|attends|moved to|moving to|place at|settled at|settling at|excluded from|is at|was at|kicked out of|got into|into year \\d+ at|year \\d+ at|reception at|year \\d+ in|collected from|pick up from|picked up from|head at|teacher at|senco at|office at|gates at|run to) ((?:st\\.? )[a-z]+(?:[’']?s)?)\\b"),
            any(
                    "\\b(?:at|to|from|in|into|for|of) ((?!the |a |my |our |his |her |their |your |any |this |that |mainstream |virtual |special |primary |secondary |local |new |old |another |every |each |nursery |high |after |and |boarding |night |sunday |summer |holiday |forest |state |private |big |both |different |some |same |either |small |good |normal |whole |day |infant |junior |after-|pre|one |all |starting |home |senior |middle |faith |lower |upper |church |which |what |no |year |reception |breakfast |attend |playgroup)[a-z][a-z’'-]{3,}(?: (?:park|lane|road|hill|green|grove|wood|street|bank|acorns|oaks|view|field|house|church|valley|bridge|end|cross|brook|mead|meadow|mount|stars|bears|ducklings|ducks|explorers|rainbows|steps))? (?:primary|academy|infants?|juniors?|high|nursery|secondary|grammar|college|comp|sixth form|pre-?school|playgroup)(?: school)?)\\b"),
            exact(
                    "(?:goes to|went to|going to|[Ss]tart(?:s|ed|ing)? at|attends|moved to|moving to|place at|settled at|settling at|excluded from|is at|got into|[Yy]ear \\d+ at|[Rr]eception at|in [Yy]ear \\d+ at|head at|teacher at|senco at|SENCO at|[Gg]ates at|collected from|picked up from|run to) ((?!Mum|Dad|Nan|CAMHS|Year|Boots|Tesco|Asda|Aldi|Lidl|Alton|Ikea|IKEA|London|God|Church|Christmas|Easter|A&E|I\\b|McDonald|Larkhill Family|The|KFC)[A-Z][\\p{L}’'-]++(?: [A-Z][\\p{L}’'-]++){0,2})(?= (?:since|in|from|on|for|now|and|next|this|with|after|until|because|where|school|last)\\b|[.,;!?)]|$)"));

    private static final String CLUB =
            "(?:FC|F\\.C\\.|[Ff]ootball [Cc]lub|[Rr]overs|[Rr]angers|[Uu]nited|[Aa]thletic|[Cc]ubs|[Bb]eavers|[Ss]couts|[Bb]rownies|[Gg]uides|[Rr]ainbows|[Cc]adets|RFC|[Rr]ugby(?: [Cc]lub)?|[Ss]wim(?:ming)?(?: [Cc]lub)|[Ss]wimmers|[Gg]ym(?:nastics)?(?: [Cc]lub)?|[Dd]ance(?: [Aa]cademy| [Ss]chool| [Ss]tudio)?|[Ss]tage [Ss]chool|[Tt]heatre [Gg]roup|[Kk]arate(?: [Cc]lub)?|[Jj]udo(?: [Cc]lub)?|[Tt]aekwondo|[Bb]oxing(?: [Cc]lub| [Gg]ym)?|ABC|[Cc]ricket(?: [Cc]lub)?|[Tt]ennis [Cc]lub|[Yy]outh [Cc]lub|[Yy]outh [Gg]roup|[Yy]outh [Cc]entre|[Yy]outh|[Yy]oung [Ff]armers|[Hh]arriers|[Tt]igers|[Ll]ions|[Cc]olts|[Jj]uniors|[Ww]anderers|[Tt]own [Jj]uniors|[Rr]iding [Ss]chool|[Ss]tables|[Ss]unday [Ss]chool|[Mm]essy [Cc]hurch|[Bb]and|[Cc]hoir|[Cc]lub|[Tt]roop|[Pp]ack)";
    private static final List<Patterns> CLUBS = List.of(
            exact(
                    "\\b((?:\\d{1,2}(?:st|nd|rd|th) )[A-Z][\\p{L}’'-]*(?: [A-Z][\\p{L}’'-]*){0,3}(?: (?:[Cc]ubs|[Bb]eavers|[Ss]couts|[Bb]rownies|[Gg]uides|[Rr]ainbows|[Cc]ub|[Ss]cout|[Cc]adets|[Bb]oys|[Ss]ea)(?: [Pp]ack| [Tt]roop| [Gg]roup| [Bb]rigade| [Cc]adets| [Ss]couts)?)?)"),
            any("\\b(\\d{1,2}(?:st|nd|rd|th) [a-z]+ (?:cubs|beavers|scouts|brownies|guides|rainbows|cadets))\\b"),
            exact(
                    "(?<![\\p{L}])((?!The |My |Our |His |Her |A |In |At |If |And |But |For |With |Any |Every |When |Some |All |Not |This |That |Most |They |He |She |We |I |So |Is |Manchester |Leeds |Newcastle |West |Sheffield |Is |Breakfast |Book |Youth |Homework |Saturday |After |Holiday |Football |Swimming |Rugby |Boxing |Dance |Coffee |Sunday |Monday |Tuesday |Wednesday |Thursday |Friday |Try |Sea |Army |Air |Police |Girl |Lunch |Virtual |Is |No |Local |Great |Good |Free |Street |Join )[A-Z][\\p{L}’'-]*+(?: [A-Z][\\p{L}’'-]*+){0,3} (?:[Uu]nder[- ]?\\d+s? )?"
                            + CLUB + "(?: (?:[Uu]nder[- ]?|U)\\d{1,2}s?)?)\\b"),
            any(
                    "\\b(?:plays?|playing|swims?|swimming|trains?|training|dances?|dancing|goes|joined|joining|signed|boxes|boxing|goalie|captain|striker|keeper|midfield)(?: (?:football|rugby|cricket|netball|hockey|up))? (?:for|with|at|to) ((?!the |a |my |our |his |her |your |them |me |him |us |fun|an |two|local|county|school|england|it|this|that|about|\\d)[a-z][a-z’'-]+ (?:rovers|rangers|united|fc|town|city|athletic|youth|juniors|colts|lions|tigers|harriers|wanderers|abc|rfc|swimming club|boxing club|football club|rugby club|judo|karate|dance|gymnastics|stables|panthers|sharks|hawks|dolphins|bears|eagles))\\b"));

    private static final String STREET =
            "(?:[Rr]oad|[Rr]d|[Ss]treet|[Ss]t|[Ll]ane|[Ll]n|[Aa]venue|[Aa]ve|[Cc]lose|[Dd]rive|[Ww]ay|[Cc]ourt|[Cc]rescent|[Gg]ardens|[Tt]errace|[Aa]pproach|[Pp]lace|[Hh]ill|[Gg]rove|[Mm]ews|[Ss]quare|[Ww]alk|[Rr]ow|[Rr]ise|[Vv]iew|[Pp]arade|[Gg]reen|[Ee]state|[Pp]ark|[Tt]owers?|[Hh]ouse|[Cc]ottages?|[Ff]arm|[Cc]aravan [Pp]ark|[Ss]ite)";
    private static final List<Patterns> ADDRESSES = List.of(
            exact("\\b((?:[Ff]lat \\d+[a-z]?,? )?\\d{1,4}[a-zA-Z]? (?:[A-Z][\\p{L}’']+ ){1,3}" + STREET + ")\\b"),
            any(
                    "\\b(\\d{1,4}[a-z]? [a-z]{3,}(?: [a-z]{3,})? (?:road|rd|street|lane|avenue|ave|close|drive|crescent|gardens|terrace|grove|mews))\\b"),
            exact(
                    "\\b((?:[Ff]lat|[Pp]lot|[Nn]umber|[Nn]o\\.?) \\d{1,3}[a-z]?,? (?:(?:in|on|at|of) )?(?:the )?[A-Z][\\p{L}’']+(?: [A-Z][\\p{L}’']+){0,2})"),
            exact(
                    "(?:live[sd]?|living|lives|house|flat|home|moved|staying|stays|addresses?|round|estate|from|caravan|property|seen|walking|hangs? (?:out|around)|hanging (?:out|around)|back|mum|dad|mum's|dad's|family|nan|gran|is|was|are|placed|renting)(?: (?:is|are|at|in|on|up|down|off|over|near|by|round|around|to|opposite|behind|still|just|all|back|place|with|that|out|the|a|house|flat|end|of|corner))* (?:on|in|at|off|near|by|to|of|round|up|down|opposite|behind|around|is|the)(?: the)? ((?:[A-Z][\\p{L}’']+ ){1,3}(?:[Rr]oad|[Rr]d|[Ss]treet|[Ll]ane|[Aa]venue|[Cc]lose|[Dd]rive|[Ww]ay|[Cc]ourt|[Cc]rescent|[Gg]ardens|[Tt]errace|[Pp]lace|[Gg]rove|[Mm]ews|[Ss]quare|[Ww]alk|[Rr]ow|[Rr]ise|[Ee]state|[Tt]owers?|[Cc]aravan [Pp]ark|[Ss]ite|[Ff]arm|[Hh]ouse|[Ff]lats|[Hh]eights|[Pp]oint)(?: estate)?)\\b"),
            any(
                    "\\b(?:lives?|living|lived|moved|mum's house|her house|his house|mum is|dad is|dad's|mum's|flat|placed)(?: (?:is|up|down|still|over|just|now|with \\w+|there))* (?:on|in|at|off|round|near|to) (?:the )?((?!the |a |my |our |his |her |same |next |main |other |this |that |one |small |council )[a-z]{3,}(?: [a-z]{3,})? (?:road|rd|street|lane|avenue|ave|close|crescent|gardens|terrace|grove|mews|drive|estate|towers|way|court|rise|walk))\\b"),
            exact(
                    "(?:into|in|on|off|of|at|from|along|up|down|near) ((?:[A-Z][\\p{L}’']+ ){1,2}(?:Road|Rd|Street|Lane|Avenue|Close|Drive|Crescent|Gardens|Terrace|Grove|Mews|Walk|Rise|Row|Court|Estate|estate|Towers|Bank|Wharf|Quay|Flats|flats|Heights|Cross|Fold|Croft|Vale|Meadows|Fields|Villas|Cottages))\\b"),
            exact("\\b((?:[A-Z][\\p{L}’']+ ?){1,2}(?<! ), (?:[Ff]lat|[Bb]lock|[Nn]o\\.?|[Nn]umber) [A-Z0-9]{1,3})\\b"),
            exact("\\b((?:Block|Flat|Plot|Unit) [A-Z0-9]{1,3},? (?:[A-Z][\\p{L}’']+ ?){1,3}(?<! ))"),
            exact(
                    "\\bin ([A-Z][\\p{L}’'-]++(?: [A-Z][\\p{L}’'-]++)?),? where (?:they|he|she|mum|dad|his|her|the family|it)\\b[^.!?\\n]{0,30}?\\b(?:lives?|lived|from|living)\\b"),
            exact(
                    "(?:[Mm]um|[Dd]ad|[Mm]other|[Ff]ather|[Nn]an|[Gg]ran|parents|family|brother|sister|he|she|they|siblings|uncle|auntie|[Ww]ho)(?: (?:is|was|are|has|have|had|now|still|only|all|both|just|who|used to))* (?:lives?|lived|living|moved|staying|stays|from|placed|based|rehoused)(?: (?:back|over|down|up|just|out|round|still|near|now|here|nearby))* (?:in|at|to|near|on|from)(?: the)? (?!(?:London|Birmingham|Manchester|Leeds|Liverpool|Bristol|England|Scotland|Wales|Poland|Romania|Pakistan|India|Spain|Ireland|Gdansk|Warsaw|Krakow|Bucharest|Lahore|Karachi|Mirpur|Lagos|Accra|Mogadishu|Kabul|Dublin|Paris|Europe|Africa|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|Easter|Year|CAMHS|I)\\b)([A-Z][\\p{L}’'-]+(?: [A-Z][\\p{L}’'-]+){0,2})"));

    private static final Pattern PUBLIC = low(
            "\\b(?:family hubs?|library|community centre|community hall|church hall|village hall|town hall|civic centre|council offices?|clinic|surgery|venue|coffee|meeting|meet-?up|meet at|we meet|stay and play|drop-?in|training|course|workshop|car park|hall|cafe|café|shop|sessions?|leisure centre|tickets|soft play|museum|our office|head office|the office|conference|open day|support group|everyone welcome|all welcome|picnic|party for carers|fun day|messy play|cuppa|till (?:one|two|three|four|noon|\\d)|bring (?:the|your)|at the [a-z]+ hub|sale|post to|donations|pick ?up point)\\b");
    private static final Pattern VENUE_BEFORE =
            low("\\b(?:family hubs?|community centre|library|church hall|village hall|town hall)\\b");
    private static final Pattern OF_A_FAMILY = low(
            "\\b(?:his|her|mum|mum's|mums|dad|dad's|dads|nan|nan's|gran|birth|lives?|living|lived|home address|moved|family(?! hubs?| time| support)|parents|mother|father|placed|child|boy|girl|lad|brother|sister)\\b");

    @Override
    public List<Finding> in(Passage passage, List<Finding> already) {
        List<Finding> found = new ArrayList<>();
        found.addAll(Patterns.near(ADDRESS_WORD, passage, Finding.Kind.ADDRESS, ADDRESSES, PlaceRule::isOfAFamily));
        found.addAll(Patterns.near(CLUB_WORD, passage, Finding.Kind.CLUB, CLUBS, PlaceRule::isPrivate));
        found.addAll(Patterns.near(SCHOOL_WORD, passage, Finding.Kind.SCHOOL, SCHOOLS, PlaceRule::isNoVenue));
        return found;
    }

    private static final Pattern SCHOOL_WORD = low(
            "\\b(?:primary|junior|infant|secondary|high|grammar|academ|college|school|nurser|pre-?school|playgroup|sixth|comp\\b|convent|kindergarten|daycare|pru\\b|st\\b|saint|our lady|rc\\b|goes to|went to|going to|start|attends|moved|moving|place at|settl|excluded|is at|was at|kicked|got into|year|reception|collected|pick|head at|teacher|senco|office at|gates|run to)");
    private static final Pattern CLUB_WORD = low(
            "\\d(?:st|nd|rd|th)\\b|\\b(?:fc|f\\.c|football|rovers|rangers|united|athletic|cubs|beavers|scouts|brownies|guides|rainbows|cadets|rfc|rugby|swim|gym|dance|stage|theatre|karate|judo|taekwondo|boxing|abc\\b|cricket|tennis|youth|young|harriers|tigers|lions|colts|juniors|wanderers|town|riding|stables|sunday|messy|band|choir|club|troop|pack|play|train|joined|joining|signed|goalie|captain|striker|keeper|midfield)");
    private static final Pattern ADDRESS_WORD = low(
            "\\d|\\b(?:road|rd|street|lane|avenue|ave|close|drive|way|court|crescent|gardens|terrace|approach|place|hill|grove|mews|square|walk|row|rise|view|parade|green|estate|park|tower|house|cottage|farm|caravan|site|flat|flats|plot|block|unit|heights|point|live|lived|lives|living|moved|moving|stay|placed|rehoused|based|bank|wharf|quay|cross|fold|croft|vale|meadow|field|villas|from|where)");

    private static final Pattern SOMEBODY_NEAR = low(
            "\\d|\\b(?:his|her|he|she|he's|she's|hes|shes|mum|mum's|dad|dad's|nan|nan's|gran|birth|live|lives|living|lived|home|houses?|our road|flat|moved|family|families|parents|mother|father|ex|placed|child|kids|children|boy|girl|lad|brother|brothers|sister|sisters|siblings|twins|address|they|them|uncle|aunt|auntie|cousins?)\\b");

    private static boolean isOfAFamily(Passage passage, int start, int end) {
        String near = passage.small()
                .substring(Math.max(0, start - 90), Math.min(passage.small().length(), end + 60));
        return isPrivate(passage, start, end) && SOMEBODY_NEAR.matcher(near).find();
    }

    private static final Set<String> ENGLISH = WordList.words("english.txt");
    private static final Pattern VENUE = low(
            "\\b(?:coffee|venue|training|course|workshop|support group|all welcome|everyone welcome|fete|jumble|car boot|we meet|meet-?up|stay and play|conference|bookable)\\b");

    private static boolean isNoVenue(Passage passage, int start, int end) {
        String[] words = passage.small().substring(start, end).split(" ");
        boolean plain = words.length == 2
                && ENGLISH.contains(words[0])
                && passage.text().substring(start, end).endsWith(" school");
        return !plain && !VENUE.matcher(passage.sentence(start, end)).find();
    }

    /** Not where a meeting is held, unless it is said to be where somebody lives. */
    static boolean isPrivate(Passage passage, int start, int end) {
        String sentence = passage.sentence(start, end);
        String earlier = passage.small().substring(Math.max(0, start - 100), start);
        boolean open =
                PUBLIC.matcher(sentence).find() || VENUE_BEFORE.matcher(earlier).find();
        return !open
                || OF_A_FAMILY
                        .matcher(passage.small().substring(Math.max(0, start - 40), start))
                        .find();
    }
}
