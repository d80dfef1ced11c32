package hub.platform.guard;

import static hub.platform.guard.Patterns.low;

import hub.platform.guard.Passage.Word;
import java.util.Set;
import java.util.regex.Pattern;

/** What the words around a name say about whose it is. */
final class NameCues {
    static final int NEAR = 60;
    static final int LINE = 100;

    private static final String SOMEBODY =
            "(?:son|daughter|boy|girl|lad|lass|lads|girls|boys|child|children|kids?|fs|fd|fc|f/s|f/d|lo|los|bs|bd|bm|bf|little one|little man|little girl|little boy|little lad|grandd?son|grand ?d?aughter|grandkids?|grandchild(?:ren)?|nephew|niece|brother|sister|bro|sis|siblings?|step ?dad|step ?mum|mum|mummy|dad|daddy|mam|mother|father|mom|baby|babies|twins?|cousins?|uncle|aunt|auntie|aunty|placement|youngest|eldest|oldest|middle one|older one|younger one|little un|toddler|teen|teenager|newborn|stepbrother|stepsister|boyfriend|girlfriend)";
    private static final String SAID = "(?: is|, who is|,| called| named|'s name is|s name is| -| –|:| \\()?";
    private static final String WHOSE = "(?:(?:my|our|the|his|her|their|new|a|both|your|two|three|four)|[a-z]+'s?)";
    static final Pattern CHILD_BEFORE =
            low("\\b" + WHOSE + " (?:[\\w-]+ ){0,2}?" + SOMEBODY + SAID + " ?(?:[a-z'-]+ and )?$");
    private static final Pattern CHILD_BEFORE_BARE = low(
            "(?:^|[.!?,(:] *|\\b(?:with|for|and|if|when|that|because|as|but|so|has|had|is|was|of) )(?:fs|fd|lo|bm|bd|foster son|foster daughter|birth mum|birth dad|bio mum|bio dad|baby|mum|dad|siblings?|twins?|sister|brother|uncle|auntie|grandson|grand ?d?aughter|son|daughter|nephew|niece|youngest|eldest)[, ]+$");
    private static final Pattern LITTLE_BEFORE = low(
            "\\b(?:my|our|poor|the|dear|sweet) ?(?:\\w+ )?(?:little|big|new|poor|wee) $|(?:^|[.!?,] ?)(?:little|poor|big) $");
    private static final Pattern NAMED_BEFORE = low(
            "\\b(?:called|named|name is|name's|names are|name was|names is|real name|first name|surname is|surname|last name is|known as|goes by|nicknamed|nickname is)[ :]+[\"'“‘(]?$");
    private static final Pattern CALLED_BEFORE = low(
            "\\b(?:(?:boy|girl|lad|child|son|daughter|brother|sister|baby|kid|one|mum|dad|lo|fs|fd|teen|teenager|teenagers|twins|man|woman|he's|she's|is) (?:called|named)|his name is|her name is|his name's|her name's|name was) $");
    private static final String CHILDS =
            "(?:social worker|sw|school|mum|mummy|dad|nan|mother|father|brother|sister|siblings?|family|birth|bedroom|teacher|class|nursery|family time|contact|review|lac|pep|iro|adoption|life story|guardian|key ?worker|therapist|placement|behaviour|sleep|hair|nappy|bottle|birthday|first|tantrums?|meltdowns?|asthma|adhd|autism|medication|inhaler|savings|passport|half|care|foster|carers?|uncle|auntie|aunt|gran|nana|grandma|parents|case|solicitor|room|pyjamas|wetting|favourite|homework|form tutor|ehcp|hearing|address|surname|older|younger|big|little|twin|head|eyes|legs?|arms?|face|school's|cousins?|stepdad|phone|coat|bag|shoes|bed|teeth|dentist|appointment|memory box)";
    private static final Pattern CHILD_AFTER = low(
            "^(?:'s " + CHILDS
                    + "\\b|'s (?:\\d{1,2}|been with us|with us|asleep|due|got (?:his|her)|had (?:his|her)|started (?:at|school|nursery))\\b| ?\\(\\d{1,2}(?: ?(?:m|mo|months|yrs?|yo))?\\)|,? (?:aged|age) \\d|, \\d{1,2}(?:[,. ]|$)|,? (?:who is|who's) \\d|,? is (?:only |just |now |nearly )?\\d{1,2}(?:[,.]| and| months|$)| turns? \\d| turned \\d|, (?:his|her) (?:brother|sister|twin|mum))");

    private static final String PERSON_DOES =
            "(?:doesn't|doesnt|didn't|didnt|won't|wont|can't|cant|couldn't|wouldn't|hasn't|hasnt|isn't|isnt|wasn't|hadn't|said|says|told|asked|asks|wants|wanted|loves|loved|hates|hated|sat|sits|cried|cries|sleeps|slept|wakes|woke|refuses|refused|screams|screamed|kicked|kicks|bit|bites|hits|threw|throws|scratched|thinks|thought|eats|ate|wets|sobbed|sobs|laughed|clings|hides|hoards|disclosed|swears|swore|absconded|lashed|smashed|misses|knows|went|moved in|moved on|came to us|arrived)";
    private static final Pattern PERSON_AFTER = low(
            "^(?:,? (?:still |just |now |really |always |never |then |only |also |finally |suddenly )?" + PERSON_DOES
                    + "\\b|,? is (?:only |just |now |nearly )?\\d|'s " + CHILDS
                    + "\\b|,? is (?:with us|back with|moving in|autistic|adopted|asleep|refusing|upset|settling|struggling)\\b)");
    private static final Pattern MAYBE_AFTER = low(
            "^(?:,? (?:has|had|was|were|is|are|does|did|would|could|might|gets|got|needs|goes|went|came|comes|likes|liked|started|starts|keeps|kept|settled|settles|struggles|struggled|calls|called|sees|saw|turned|turns|seems|seemed|feels|felt|arrived|moved|moves|lives|lived|reacts|stayed|stays|stopped|talks|talked|tells|tried|tries|used|smiled|hid|broke|became|walked|left|leaves|lost|took|takes|plays|played|stands|and|to|with|out|in|off|about|back|who|for|from|have|get))\\b");
    private static final Pattern PRONOUN = low(
            "^[^.!?\\n]{0,80}?\\b(?:he|she|his|her|him|hers|he's|she's|hes|shes|himself|herself)\\b|^[^!?\\n]{0,60}?[.] ?(?:he|she|his|her|he's|she's|hes|shes)\\b");
    private static final Pattern BOTH_AFTER = low(
            "^ (?:are|have|were|don't|dont|both|had|get|got|go|went|came|won't|wont|love|miss|will|can't|cant|didn't|share|fight|fought|need|want|should|could)\\b");
    private static final Set<String> ARTICLES =
            Set.of("the", "a", "an", "my", "our", "his", "her", "their", "this", "that", "some", "t", "any", "no");
    /** "The same with mark, ...". */
    private static final Set<String> COMPANY =
            Set.of("with", "like", "about", "for", "see", "saw", "and", "poor", "love", "miss");

    private static final Pattern STOPS = low("^(?:[,.!?]|$| and )");
    /** "We had honey back." */
    private static final Set<String> HAD = Set.of(
            "take",
            "took",
            "taken",
            "taking",
            "had",
            "have",
            "having",
            "got",
            "getting",
            "bring",
            "brought",
            "collect",
            "collected",
            "pick",
            "picked",
            "drop",
            "dropped",
            "get",
            "put",
            "want");

    private static final Pattern BACK = low(
            "^ (?:back|home|over|to stay|for (?:the weekend|a weekend|respite|short breaks|a sleepover)|with us|up from|off at|to (?:bed|school|nursery|family time|contact|her|his|the (?:park|doctors?|dentist|gp)))\\b");
    static final Set<String> MONTHS = Set.of("april", "may", "june", "august", "autumn", "summer", "winter", "spring");
    private static final Set<String> BEFORE_NAMES = WordList.words("before-names.txt");
    private static final Set<String> FIRST_WORDS = WordList.words("first-words.txt");
    private static final Set<String> SMALL_NAMES = WordList.words("small-names.txt");

    private NameCues() {}

    /** Whether it is said to be the name of a child or of somebody of its family. */
    static boolean isChilds(Passage passage, int index, boolean listed) {
        Word word = passage.words().get(index);
        String before = passage.before(index, NEAR);
        String after = passage.after(word.end(), NEAR);
        if (OtherCues.isNoChilds(passage, index, before)) {
            return false;
        }
        boolean named = NAMED_BEFORE.matcher(before).find()
                || CHILD_BEFORE.matcher(before).find()
                || CHILD_BEFORE_BARE.matcher(before).find();
        boolean follows = CHILD_AFTER.matcher(after).find();
        boolean modal = !word.isCapital()
                && MODAL.contains(word.lower())
                && !PERSON_AFTER.matcher(after).find();
        if (modal) {
            return false;
        }
        boolean little = LITTLE_BEFORE.matcher(before).find()
                && (word.isCapital() || listed || PERSON_AFTER.matcher(after).find());
        return (named || little) && (word.isCapital() || listed || WORD_OF_NAME.contains(word.lower()))
                || follows
                        && (listed
                                || word.isCapital()
                                || word.possessive()
                                || PERSON_AFTER.matcher(after).find());
    }

    private static final Set<String> WORD_OF_NAME = WordList.words("word-names.txt");

    /** In small letters these are verbs and the like, also behind "his dad". */
    private static final Set<String> MODAL = Set.of(
            "will",
            "may",
            "rose",
            "drew",
            "dawn",
            "pat",
            "bob",
            "art",
            "bill",
            "chance",
            "hope",
            "can",
            "red",
            "teddy",
            "bear",
            "star",
            "young",
            "summer",
            "autumn",
            "winter",
            "spring",
            "christmas",
            "page",
            "time",
            "bed",
            "candy",
            "cash");

    /** Of a name that no list has, in small letters: "a boy called X". */
    static boolean isNamed(Passage passage, int index) {
        return CALLED_BEFORE.matcher(passage.before(index, NEAR)).find() && !OtherCues.isPet(passage, index);
    }

    /** Whether an ordinary word stands where a name does: "grace doesn't", "when Will came". */
    static boolean doesSomething(Passage passage, int index) {
        Word word = passage.words().get(index);
        String after = passage.after(word.end(), LINE);
        boolean month = MONTHS.contains(word.lower());
        boolean person = PERSON_AFTER.matcher(after).find();
        boolean maybe = person || MAYBE_AFTER.matcher(after).find();
        boolean pronoun = maybe && PRONOUN.matcher(after).find();
        if (word.isCapital() && !word.first()) {
            return month ? pronoun && maybe || person : maybe || BEFORE_NAMES.contains(passage.lower(index - 1));
        }
        if (word.isCapital()) {
            return person || pronoun || maybe && !FIRST_WORDS.contains(word.lower());
        }
        boolean led = BEFORE_NAMES.contains(passage.lower(index - 1));
        boolean small = SMALL_NAMES.contains(word.lower());
        return person && (word.first() || led || small)
                || pronoun && maybe && (led || word.first()) && !MODAL.contains(word.lower())
                || small
                        && COMPANY.contains(passage.lower(index - 1))
                        && STOPS.matcher(after).find()
                || HAD.contains(passage.lower(index - 1))
                        && BACK.matcher(after).find()
                        && !MODAL.contains(word.lower());
    }

    /** Whether a word that nobody listed stands where only a name does. */
    static boolean doesLikeOne(Passage passage, int index) {
        Word word = passage.words().get(index);
        String after = passage.after(word.end(), LINE);
        return word.lower().length() > 2
                        && !ARTICLES.contains(passage.lower(index - 1))
                        && PERSON_AFTER.matcher(after).find()
                || word.isCapital()
                        && word.lower().length() > 2
                        && MAYBE_AFTER.matcher(after).find()
                        && PRONOUN.matcher(after).find()
                        && !word.isShouted();
    }

    /** Whether two names joined by "and" do something together. */
    static boolean bothDo(Passage passage, int second) {
        return BOTH_AFTER
                .matcher(passage.after(passage.words().get(second).end(), 20))
                .find();
    }
}
