package hub.platform.guard;

import hub.platform.guard.Passage.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Names of children and of their families. A given name counts unless the words around it say that it is a grown-up who may be named: a worker, another carer, a writer, oneself.
 * An ordinary word counts only where the words around it say that it is a name; so does a name that no list has.
 */
final class NameRule implements Guard.Rule {
    private static final Set<String> NAMES = WordList.words("names.txt");
    private static final Set<String> WORD_NAMES = WordList.words("word-names.txt");
    private static final Set<String> PUBLIC = WordList.phrases("public.txt");
    private static final Set<String> NO_NAMES = WordList.words("no-names.txt");
    private static final int LONGEST_PUBLIC = 6;

    /** Of so many words of a text what stands around them is looked at. No text of a person has more that could be names; in one that has, listed names count wherever they stand. */
    private static final int MOST = 1_000;

    /** How sure it is that a word is a name of a child or its family. */
    private enum Sure {
        NO,
        NAME_OF_ANOTHER,
        IF_AGAIN,
        YES
    }

    private final Predicate<String> known;

    NameRule(Predicate<String> known) {
        this.known = known;
    }

    @Override
    public List<Finding> in(Passage passage, List<Finding> already) {
        List<Word> words = passage.words();
        Sure[] sure = new Sure[words.size()];
        boolean[] inPublic = publicNames(passage);
        Set<String> theirs = new HashSet<>();
        Set<String> others = new HashSet<>();
        int looked = 0;
        for (int i = 0; i < sure.length; i++) {
            boolean may = !inPublic[i] && mayBeName(words.get(i));
            sure[i] = !may ? Sure.NO : looked < MOST ? judge(passage, i) : unlooked(words.get(i));
            looked += may ? 1 : 0;
            if (sure[i] == Sure.YES) {
                theirs.add(words.get(i).lower());
            } else if (sure[i] == Sure.NAME_OF_ANOTHER) {
                others.add(words.get(i).lower());
            }
        }
        joined(passage, sure, theirs);
        return findings(passage, sure, theirs, others);
    }

    /** Whether it is worth a look at what stands around it. */
    private boolean mayBeName(Word word) {
        String lower = word.lower();
        if (lower.length() < 2 || Character.isDigit(lower.charAt(0)) || NO_NAMES.contains(lower) || known.test(lower)) {
            return false;
        }
        return isListed(word) || WORD_NAMES.contains(lower) || !isEnglish(lower) && !word.isShouted();
    }

    private static boolean isListed(Word word) {
        String lower = word.lower();
        return NAMES.contains(lower)
                || lower.contains("-") && word.isCapital() && NAMES.contains(lower.substring(0, lower.indexOf('-')));
    }

    private static Sure unlooked(Word word) {
        return isListed(word) ? Sure.IF_AGAIN : Sure.NO;
    }

    private static Sure judge(Passage passage, int index) {
        Word word = passage.words().get(index);
        boolean listed = isListed(word);
        boolean ordinary = WORD_NAMES.contains(word.lower()) && !listed;
        if (!listed && !ordinary && !word.isCapital()) {
            return NameCues.isNamed(passage, index) || NameCues.doesLikeOne(passage, index) ? Sure.YES : Sure.NO;
        }
        if (NameCues.isChilds(passage, index, listed)) {
            return Sure.YES;
        }
        if (OtherCues.isAnothers(passage, index)) {
            return Sure.NAME_OF_ANOTHER;
        }
        if (listed) {
            return Sure.IF_AGAIN;
        }
        if (word.isCapital() && isSurname(passage, index)) {
            return Sure.YES;
        }
        boolean does = ordinary ? NameCues.doesSomething(passage, index) : NameCues.doesLikeOne(passage, index);
        return does ? Sure.YES : Sure.NO;
    }

    /** A word of the language, in one of its forms. */
    private static boolean isEnglish(String lower) {
        return ENGLISH.contains(lower)
                || AFTER_CALLED.contains(lower)
                || lower.contains("'")
                || lower.endsWith("ing")
                || lower.endsWith("ed")
                || lower.endsWith("ly")
                || lower.endsWith("s") && ENGLISH.contains(lower.substring(0, lower.length() - 1));
    }

    private static final Set<String> OF_A_FAMILY = Set.of(
            "boys",
            "girls",
            "kids",
            "children",
            "twins",
            "siblings",
            "lads",
            "brothers",
            "sisters",
            "family",
            "lot",
            "girl",
            "boy");

    /** "The Doherty boys". */
    private static boolean isSurname(Passage passage, int index) {
        return passage.lower(index - 1).equals("the")
                && OF_A_FAMILY.contains(passage.lower(index + 1))
                && !Set.of("hub", "hubs", "time", "support", "court", "rights", "centre")
                        .contains(passage.lower(index + 2));
    }

    /** Words that follow "called" and the like in small letters and are no names. */
    private static final Set<String> AFTER_CALLED = WordList.words("after-called.txt");

    private static final Set<String> ENGLISH = WordList.words("english.txt");

    /** "Kacper and his", "Tia and Jaydon": what is joined to a name by "and" is one too. */
    private static void joined(Passage passage, Sure[] sure, Set<String> theirs) {
        List<Word> words = passage.words();
        for (int i = 0; i + 2 < sure.length; i++) {
            boolean and = passage.lower(i + 1).equals("and")
                    || passage.gapAfter(i).strip().equals("&");
            int other = passage.lower(i + 1).equals("and") ? i + 2 : i + 1;
            if (!and
                    || !passage.gapAfter(i).isBlank()
                            && !passage.gapAfter(i).strip().equals("&")) {
                continue;
            }
            boolean pair = isOrdinaryName(words.get(i), sure[i])
                    && isOrdinaryName(words.get(other), sure[other])
                    && NameCues.bothDo(passage, other);
            if (pair) {
                sure[i] = Sure.YES;
                sure[other] = Sure.YES;
            } else if (sure[i] == Sure.YES && mayBe(words.get(other), sure[other])) {
                sure[other] = Sure.YES;
                theirs.add(words.get(other).lower());
            } else if (sure[other] == Sure.YES
                    && mayBe(words.get(i), sure[i])
                    && !words.get(i).first()) {
                sure[i] = Sure.YES;
                theirs.add(words.get(i).lower());
            }
        }
    }

    private static boolean isOrdinaryName(Word word, Sure sure) {
        return sure == Sure.IF_AGAIN
                || sure == Sure.NO && WORD_NAMES.contains(word.lower()) && !NameCues.MONTHS.contains(word.lower());
    }

    private static boolean mayBe(Word word, Sure sure) {
        return sure == Sure.IF_AGAIN
                || sure == Sure.NO
                        && (word.isCapital() && !word.isShouted() && !isEnglish(word.lower())
                                || WORD_NAMES.contains(word.lower()))
                        && !NO_NAMES.contains(word.lower())
                        && word.lower().length() > 1
                        && Character.isLetter(word.lower().charAt(0));
    }

    private static List<Finding> findings(Passage passage, Sure[] sure, Set<String> theirs, Set<String> others) {
        List<Finding> found = new ArrayList<>();
        List<Word> words = passage.words();
        for (int i = 0; i < sure.length; i++) {
            Word word = words.get(i);
            boolean again = theirs.contains(word.lower())
                    && (sure[i] == Sure.IF_AGAIN
                            || sure[i] == Sure.NO && word.isCapital() && (!word.first() || word.possessive())
                            || sure[i] == Sure.NO && NameCues.doesSomething(passage, i));
            boolean alone = sure[i] == Sure.IF_AGAIN && !others.contains(word.lower());
            if (sure[i] == Sure.YES || again || alone) {
                int last = withSurname(passage, i);
                found.add(new Finding(word.start(), words.get(last).end(), Finding.Kind.NAME));
                i = last;
            }
        }
        return found;
    }

    /** The last word of a name: further capitals belong to it. */
    private static int withSurname(Passage passage, int index) {
        int last = index;
        List<Word> words = passage.words();
        while (last + 1 < words.size()
                && last - index < 2
                && passage.gapAfter(last).equals(" ")
                && !words.get(last).possessive()
                && words.get(index).isCapital()
                && words.get(last + 1).isCapital()
                && !words.get(last + 1).isShouted()
                && words.get(last + 1).lower().length() > 1
                && !NO_NAMES.contains(words.get(last + 1).lower())) {
            last++;
        }
        return last;
    }

    private static boolean[] publicNames(Passage passage) {
        boolean[] found = new boolean[passage.words().size()];
        for (int i = 0; i < found.length; i++) {
            StringBuilder phrase = new StringBuilder(passage.lower(i));
            for (int last = i; last < found.length && last - i < LONGEST_PUBLIC; last++) {
                if (last > i) {
                    phrase.append(' ').append(passage.lower(last));
                }
                if (PUBLIC.contains(phrase.toString())) {
                    java.util.Arrays.fill(found, i, last + 1, true);
                }
            }
        }
        return found;
    }
}
