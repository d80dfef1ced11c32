package hub.platform.guard;

import static hub.platform.guard.Patterns.low;

import hub.platform.guard.Passage.Word;
import java.util.regex.Pattern;

/** What the words around a name say of its being nobody in care: a worker, another carer, a writer, a pet, oneself. */
final class OtherCues {
    private static final Pattern PET_WORD = low(
            "\\b(?:dogs?|cats?|pupp(?:y|ies)|kittens?|rabbits?|bunn(?:y|ies)|hamsters?|guinea pigs?|pony|ponies|horses?|labrador|lab|spaniel|staffie|collie|terrier|cockapoo|poodle|gerbils?|tortoise|parrot|budgie|goldfish|snake|lizard|gecko|chickens?|hens?|donkey|greyhound|pug|whippet|pets?)\\b[^.!?]{0,25}$|\\b(?:teddy|bear|doll|elephant|toy|car|caravan|satnav|hoover|robot|film|movie|cartoon|episode|character|song|game|series|app|programme|show|podcast|pub|cafe|storm|boat|part of|plays|playing|dressed as|dressed up as)(?:,? (?:called|named|is))? $");
    private static final Pattern PET_NEAR = low(
            "\\b(?:vets?|cone of shame|kennels?|litter tray|spayed|neutered|barks?|barking|moult\\w*|walkies|catnip|fetch|treats for|(?:poor|daft|old|good|naughty|bad) (?:old )?(?:cat|dog|hound))\\b");
    private static final Pattern PET_AFTER = low(
            "^,? (?:(?:the|our|my) (?:\\w+ )?(?:dog|cat|rabbit|puppy|kitten|hamster|pony|horse|labrador|spaniel|tortoise|guinea pig|parrot|hoover|satnav|elf|snake|cockapoo|greyhound|staffie)|is (?:a|our|my) (?:\\w+ )?(?:dog|cat|puppy|rabbit|pony|horse|labrador|spaniel|whippet|terrier|collie|staffie|greyhound|pug|poodle|hamster|kitten))\\b");
    private static final String ROLE =
            "(?:social workers?|sw|ssw|iro|lado|midwife|health visitor|hv|teachers?|tutor|headteacher|head teacher|head|senco|senko|ta|key ?worker|support worker|family support|therapist|psychologist|doctor|gp|nurse|physio|solicitor|barrister|manager|facilitators?|mentors?|ambassador|moderators?|mods?|liaison worker|liaison|hub carers?|hub home|trainers?|speaker|guest|author|writer|professor|carers?|foster carer|advisers?|advisors?|officer|chair|chairperson|councillor|cllr|mp|minister|friend|mate|neighbour|husband|hubby|wife|partner|other half|oh|bestie|boss|colleague|consultant|coordinator|co-ordinator|organiser|host|receptionist|admin|chef|plumber|dentist|optician|paediatrician|worker|dr|mr|mrs|ms|miss|prof|sir|pc|sgt|inspector|team|helpline|duty|volunteer|librarian|instructor|coach|hairdresser|barber|childminder|presenter|vicar|imam|reverend|rev|escort|driver|counsellor|link worker)";
    private static final Pattern ROLE_BEFORE = low(
            "\\b(?:" + ROLE
                    + "|email|contact|ask for|speak to|run by|led by|hosted by|facilitated by|taught by|written by|posted by|say|tell them|try|tag)(?:,| is| was| called| named|:| -| –|'s)? (?:is |and )?(?:the |our |my |lovely )?(?:\\w+ (?:and|&) )?$");
    private static final String PLACE_OF_WORK =
            "(?:fostering|virtual school|social workers?|ssw|sw|iro|lado|team|office|liaison|hub carer|manager|facilitators?|mentors?|ambassador|moderator|training|trainer|head|senco|teacher|therapist|psychologist|doctor|gp|nurse|health visitor|midwife|solicitor|council|group leader|foster carer|fellow carer|carer|camhs|duty|participation|recruitment|adviser|advisor|officer|coordinator|organiser|support worker|hub home|support group|speaker|post room|comms|reception|finance|payments|hr|admin|placements|commissioning|independent reviewing|volunteer|librarian|caretaker|cook|lollipop lady|desk|till|counter|canteen|kitchen|branch|governance|reviewing|panel|property|housing|benefits|it support)";
    private static final Pattern ROLE_AFTER = low(
            "^,? ?(?:\\(|- |(?:who is|who's|is|was|as)? ?(?:our|my|the|your|a|their) |(?:from|at|in|on|behind) (?:the |our )?)(?:[\\w-]+ ){0,2}?"
                    + PLACE_OF_WORK
                    + "\\b|^ (?:runs|leads|hosts|facilitates|chairs|who (?:runs|leads|hosts|does the))\\b");
    private static final Pattern THANKED = low(
            "\\b(?:thank you|thanks|thank u|thx|all the best|best wishes|happy retirement|goodbye|farewell|message|hi|hello|welcome|shout out|well done|cheers|grateful)(?: so much| again| very much)?(?: to| with)?[, ]+(?:[\\w'-]+ ?(?:,|and|&) ?)?$");
    private static final Pattern THING_CALLED = low(
            "\\b(?:lady|woman|man|bloke|fella|chap|it's|it is|its|place|charity|helpline|app|book|group|course|company|shop|website|programme|thing|something|worker|they're|video|page|system|word|technique|method|model|approach|law|form|service|team|scheme) called $");
    private static final String MORE =
            "(?:,? (?:so much|again|all|everyone|both|there|lots|for that|lovely|to hear that|and|a lot|ever so much|very much|back|aboard|to the group|to the hub|you|guys))*";
    private static final Pattern GREETED = low(
            "(?:^|[.!?,;:\\n] *|\\b(?:and|oh|so|yes|no|thanks|ps|also|well|aw+|ah+|big|many|to) )(?:hi|hiya|hello|hey|heya|helo|dear|thanks|thank you|thankyou|thank u|thanx|thx|ta|thanks to|thank you to|cheers|welcome|morning|good morning|evening|good evening|afternoon|agree with|i agree with|agreed|totally agree|so sorry|sorry|sorry to hear that|bless you|congratulations|congrats|love|lots of love|much love|from|best wishes|kind regards|regards|take care|yours|sincerely|@|re|good luck|me too|same here|same|well said|brilliant|great post|good point|hugs?|big hugs?|sending love|love this|ok|okay|yes|no|oh|aw|aww|awe|exactly|so true|true|bless|haha|hahaha|lol|nice one|night night|night|nighty night|happy birthday|honestly|goodnight|listen|right)"
                    + MORE + "[ ,]+@?(?:[\\w'-]+ ?(?:,|and|&) ?)?$");
    private static final Pattern QUOTED_AFTER = low(
            "^,? on behalf\\b|^(?: and \\w+)? (?:wrote|posted|mentioned|suggested|suggests|put it|describes|described it|recommended|recommends|is right|was right|are right|pointed out|above|said (?:above|earlier|about|on here|last week|in the)|told us at|told the group|replied|is spot on|is so right|is running|is hosting|hosts|hosted|leads|led|organises|organised|facilitates|facilitated|is leading|is covering|is on call|is on leave|covers|is away|is back from leave|retires|retired|'s (?:doing|running|bringing|hosting|leading|covering|off|on leave|back|away|got the)|will (?:help|be there|sort|show|explain|send|ring|email|let)|spoke at|gave a talk|at the (?:office|coffee|meeting|hub|group|desk|front desk|library)|on the (?:desk|helpline|phone)|rang me back|rang back|emailed|runs)\\b");
    private static final Pattern QUOTED_BEFORE = low(
            "\\b(?:as|like|what|think|thought|sure|echo what|as per|says|echoing|seconding|me and|with me and|shout out to|shoutout to|well done to|pm|dm|message|private message) @?$");
    private static final Pattern QUOTED_AFTER_AS = low(
            "^(?: and \\w+)? (?:said|says|say|has said|have said|wrote|put|mentioned|suggested|told|did|does|explained|will tell|[.,!])");
    private static final Pattern QUOTED_THING = low(
            "^'s (?:right|idea|point|suggestion|advice|comment|post|question|message|words|tip|tips|cake|talk|reply|list|recipe|email|number|book|books|model|theory|session|training|course|webinar|group|workshop|link|lasagne|brownies|biscuits|approach|research|podcast|video|spot on)\\b");
    private static final Pattern YOU_AFTER = low(
            "^,? (?:you|your|you're|you've|you'll|u|ur|have you|did you|do you|could you|can you|are you|would you|will you|i hear you|that's|thats|thank|i think|i agree|i'm|im|i am|i'd|i know|i feel|i hope|i would|i had|i was|i've|me too|same|well done|sorry|we had|we've|it gets|it does|it will|it's so|what you|try|please|hope|sending|welcome|love|no need|don't|if you)\\b");
    private static final Pattern REALLY_YOU = low(
            "^,? (?:you're|you are|you've|you have|you were|you need|you did|you know|you star|you legend|thank you|your post)\\b");
    private static final Pattern SELF_BEFORE = low(
            "(?:^|[.!?,\\n] *|\\b(?:hi|hello|all|everyone|and|both|but|evening|morning) )(?:i'm|im|i am|my name is|my name's|name's|this is|we are|we're)(?: called)? (?:[\\w'-]+ ?(?:,|and|&) ?)?$");
    private static final Pattern SELF_AFTER = low("^(?: here\\b| xx?\\b)");
    private static final Pattern MY_ADULT = low(
            "\\b(?:my|our|me and my|with my)(?: own| late| lovely| old| dear| best| other| ex| grown up| new)* (?:husband|hubby|wife|partner|other half|oh|friend|mate|neighbour|fiancé?e?|ex|ssw|sw|mentor|boss|manager|mil|mother in law|sister in law|brother in law|link worker|chap|fella),? $");
    private static final Pattern BOOK = low(
            "\\b(?:book|books|author|podcast|audiobook|ted talk|film|series|novel|memoir|by|webinar|theory|theories|research|read|reading|recommend|written|chapter|actor|actress|singer|footballer|celebrity|president|prime minister|minister|documentary|album|quote)\\b");
    private static final Pattern ADDRESSED_BEFORE = low(
            "\\b(?:you|you're|luck|too|hun|love|agreed|totally|brilliant|lovely|idea|point|that|this|thanks|thank you|cheers|congratulations|sorry|absolutely|exactly|true|same|right|said|post|news|welcome|hugs|wow|definitely)[,! ]+$|[a-z], $");

    private static final Pattern ENDS_AFTER = low("^ ?(?:[.!?)]|x+\\b|and \\p{L}+ ?[.!?]|\\n)");
    private static final Pattern LAST_AFTER = low("[\\s.!,x\\p{So}\\p{Cf}\\p{Mn}]*(?:(?:and|&) \\p{L}+[\\s.!x]*)?");
    private static final Pattern LAST_BEFORE = low(
            "(?:^|(?:love|from|regards|wishes|thanks|care|cheers|hugs?|x|[-–—.!?]) ?,?)\\s*(?:\\p{L}+ (?:and|&) )?$");

    private static boolean isSelf(Word word, String before) {
        return !word.possessive() && SELF_BEFORE.matcher(before).find();
    }

    static boolean isPet(Passage passage, int index) {
        Word word = passage.words().get(index);
        String after = passage.after(word.end(), NameCues.LINE);
        return PET_WORD.matcher(passage.before(index, 30)).find()
                || PET_AFTER.matcher(after).find()
                || PET_NEAR.matcher(after).find();
    }

    /** Whether it is the name of a worker, another carer, a writer, a pet, or one's own. */
    static boolean isAnothers(Passage passage, int index) {
        Word word = passage.words().get(index);
        String before = passage.before(index, NameCues.NEAR);
        String after = passage.after(word.end(), NameCues.NEAR);
        return isPet(passage, index)
                || GREETED.matcher(before).find()
                || THANKED.matcher(before).find()
                || THING_CALLED.matcher(before).find()
                || ROLE_BEFORE.matcher(before).find()
                || ROLE_AFTER.matcher(after).find()
                || isSelf(word, before)
                || MY_ADULT.matcher(before).find()
                || isQuoted(word, before, after)
                || isAddressed(passage, index, before, after)
                || isSignature(passage, index, before, after)
                || isOfABook(passage, index);
    }

    private static boolean isQuoted(Word word, String before, String after) {
        return word.isCapital() && QUOTED_AFTER.matcher(after).find()
                || QUOTED_THING.matcher(after).find()
                || QUOTED_BEFORE.matcher(before).find()
                        && QUOTED_AFTER_AS.matcher(after).find()
                || before.endsWith("me and ")
                || before.endsWith("says ")
                || before.endsWith("@");
    }

    /** "Good luck Tasneem!", "Dawn, have you tried". */
    private static boolean isAddressed(Passage passage, int index, String before, String after) {
        Word word = passage.words().get(index);
        if (word.first() && YOU_AFTER.matcher(after).find()
                || REALLY_YOU.matcher(after).find()) {
            return true;
        }
        return word.isCapital()
                && (after.isBlank() || ENDS_AFTER.matcher(after).find())
                && ADDRESSED_BEFORE.matcher(before).find()
                && !NameCues.CHILD_BEFORE.matcher(before).find();
    }

    /** The last words of a text. */
    private static boolean isSignature(Passage passage, int index, String before, String after) {
        Word word = passage.words().get(index);
        boolean atEnd = word.isCapital()
                && after.length() < NameCues.NEAR
                && LAST_AFTER.matcher(after).matches();
        return atEnd && LAST_BEFORE.matcher(before).find()
                || word.isCapital() && SELF_AFTER.matcher(after).find();
    }

    private static boolean isOfABook(Passage passage, int index) {
        Word word = passage.words().get(index);
        boolean full = index + 1 < passage.words().size()
                && word.isCapital()
                && passage.words().get(index + 1).isCapital()
                && passage.gapAfter(index).equals(" ");
        boolean surname = index > 0
                && passage.words().get(index - 1).isCapital()
                && passage.gapAfter(index - 1).equals(" ");
        return (full || surname && word.isCapital())
                && BOOK.matcher(passage.sentence(word.start(), word.end())).find();
    }

    /** Whether it can be no child's, whatever stands around it: a pet's, one's own, a grown-up's with a role. */
    static boolean isNoChilds(Passage passage, int index, String before) {
        return isPet(passage, index)
                || isSelf(passage.words().get(index), before)
                || MY_ADULT.matcher(before).find()
                || THING_CALLED.matcher(before).find()
                || ROLE_BEFORE.matcher(before).find()
                        && !NameCues.CHILD_BEFORE.matcher(before).find();
    }

    private OtherCues() {}
}
