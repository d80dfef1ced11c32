package hub.platform.guard;

import static hub.platform.guard.Patterns.any;
import static hub.platform.guard.Patterns.exact;
import static hub.platform.guard.Patterns.low;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Numbers and addresses by which somebody can be reached or looked up: NHS numbers, phones, postcodes, plates, mail addresses, user names. */
final class NumberRule implements Guard.Rule {
    private static final Patterns NHS = exact("(?<![\\d+])\\d{3}[ -]?\\d{3}[ -]?\\d{4}(?!\\d)");
    /** Mobiles and landlines; not 0800, 0808, 0300, 0345 and other numbers of organisations. */
    private static final Patterns PHONE =
            exact("(?<![\\d+])(?:\\+44[ -]?(?:\\(0\\)[ -]?)?|0)(?:7\\d|1\\d|2\\d)(?:[ -]?\\d){7,8}(?!\\d)");

    private static final Patterns EMAIL = any("[\\w.+-]++@[a-z0-9-]++(?:\\.[a-z0-9-]++)++");
    private static final Patterns POSTCODE = any("\\b[a-z]{1,2}\\d[a-z\\d]? ?\\d[a-z]{2}\\b");
    private static final Patterns PLATE =
            any("\\b(?:[a-z]{2}[0-9]{2} ?[a-z]{3}|[a-z]\\d{1,3} ?[a-z]{3}|[a-z]{3} ?\\d{1,3}[a-z])\\b");
    private static final Pattern OF_A_CAR = low(
            "\\b(?:car|reg|plate|plates|registration|van|drives?|driving|parked|parking|vehicle|corsa|fiesta|golf|astra|focus|bmw|audi|transit|clio|polo|corolla|qashqai|mini|range rover|motor|pulled up|outside)\\b");
    private static final Pattern ORGANISATION = low("\\.(?:gov|nhs|police|org|sch|ac)(?:\\.[a-z]+)*$");
    private static final Pattern OFFICE = low(
            "^(?:info|help|hello|contact|enquiries|admin|office|support|fostering|training|bookings?|team|noreply)[\\w.+-]*@");
    private static final Pattern PUBLIC_PHONE = low(
            "\\b(?:duty|team|office|council|helpline|line|out of hours|edt|childline|samaritans|nspcc|fostering|clinic|surgery|reception|hub|bookings?|book|social services|switchboard|lado|camhs|advice|citizens|family rights|police|library|centre|support worker|ssw|coordinator|query|queries|allowances?|option \\d|leave a message|department|payments|desk|number for anyone|admissions|ask for|after \\d ?pm|all weekend|office hours|opening hours|out of hours|24 hours)\\b");
    private static final Pattern PERSONS_PHONE = low(
            "\\b(?:his|her|mum|mum's|mums|dad|dad's|dads|nan|nan's|mother|father|birth|gran|uncle|auntie|aunt|brother|sister|son|daughter|lad|girl|boy|fs|fd|lo|him)\\b");

    private static final List<Patterns> HANDLES = List.of(
            any(
                    "\\b(?:snap(?:chat)?|insta(?:gram)?|tik ?tok|roblox|discord|xbox|psn|playstation|fortnite|minecraft|steam|kik|facebook|youtube|twitch|whatsapp|gamer ?tag|user ?name|handle|screen ?name|account|profile|channel|nickname)(?: (?:name|account|handle|user|tag|profile|channel|id))?(?: (?:is|was|as|called|of|to|under|it's|its|now))*[: ]+[\"'“‘(]?(@?[a-z0-9]*[_.\\d][a-z0-9_.]*[a-z0-9_])"),
            any(
                    "(?:\\bas|\\bcalled|\\bunder|\\bis|\\bname) [\"'“‘]?(@?[a-z]+[a-z0-9]*_[a-z0-9_]+|@?[a-z]+_?[a-z]*\\d{2,})[\"'”’]? ?(?:on|in|,)? ?(?:snap|insta|tik|roblox|discord|xbox|psn|fortnite|minecraft|kik|youtube|twitch)"),
            any(
                    "(?:tiktok|instagram|snapchat|youtube|facebook|twitch)\\.com/[\\w./?@-]*?(@?[a-z0-9_.]+[a-z0-9_])(?![\\w/])"),
            any(
                    "(?<![@\\w.-])((?!www\\.)[a-z0-9]++(?:\\.[a-z0-9]++){2,}(?<!\\.uk|\\.com|\\.org|\\.net|\\.m)|[a-z]++\\d[a-z0-9]*+\\.[a-z][a-z0-9]++)\\b(?![@.])"),
            any("(?<![\\w.])(@[a-z0-9.]*[_\\d.][a-z0-9_.]*[a-z0-9_])"),
            exact(
                    "(?<![@\\w./-])([A-Za-z0-9][A-Za-z0-9.]*_[A-Za-z0-9_.]*[A-Za-z0-9_]|[A-Za-z0-9]{4,}_(?![A-Za-z0-9])|[xX]{2}[A-Za-z0-9]+[xX]{2}|[A-Z][a-z]+[A-Z][A-Za-z]*\\d+|[a-z]+\\.[a-z]\\w*\\d{2,}|[a-z]\\d[a-z]+\\.[a-z]{3,})\\b"));

    @Override
    public List<Finding> in(Passage passage, List<Finding> already) {
        List<Finding> found = new ArrayList<>();
        found.addAll(Patterns.find(passage, Finding.Kind.EMAIL, List.of(EMAIL), NumberRule::isPersonal));
        found.addAll(Patterns.find(passage, Finding.Kind.NHS, List.of(NHS), NumberRule::isNhsNumber));
        found.addAll(Patterns.find(passage, Finding.Kind.PHONE, List.of(PHONE), NumberRule::isPersonsPhone));
        found.addAll(Patterns.find(passage, Finding.Kind.POSTCODE, List.of(POSTCODE), PlaceRule::isPrivate));
        found.addAll(Patterns.find(passage, Finding.Kind.PLATE, List.of(PLATE), NumberRule::isPlate));
        found.addAll(Patterns.find(passage, Finding.Kind.HANDLE, HANDLES, (all, start, end) -> end - start > 3));
        return found;
    }

    private static boolean isPersonal(Passage passage, int start, int end) {
        String address = passage.small().substring(start, end);
        return !ORGANISATION.matcher(address).find() && !OFFICE.matcher(address).find();
    }

    /** The tenth digit is a check: 11 less the sum of the others, each by its weight from 10 down to 2, modulo 11 (NHS Data Dictionary). */
    static boolean isNhsNumber(Passage passage, int start, int end) {
        String digits = passage.text().substring(start, end).replaceAll("\\D", "");
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            sum += (digits.charAt(i) - '0') * (10 - i);
        }
        int check = (11 - sum % 11) % 11;
        return check != 10
                && check == digits.charAt(9) - '0'
                && digits.chars().distinct().count() > 2;
    }

    private static boolean isPersonsPhone(Passage passage, int start, int end) {
        String around = passage.sentence(start, end);
        String near = passage.small().substring(Math.max(0, start - 30), start);
        return PERSONS_PHONE.matcher(near).find()
                || !PUBLIC_PHONE.matcher(around).find();
    }

    private static boolean isPlate(Passage passage, int start, int end) {
        String plate = passage.text().substring(start, end);
        boolean modern = plate.matches("[A-Z]{2}[0-9]{2} ?[A-Z]{3}");
        return OF_A_CAR.matcher(passage.sentence(start, end)).find() || modern;
    }
}
