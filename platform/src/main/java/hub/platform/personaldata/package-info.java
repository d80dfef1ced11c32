/**
 * What the hub holds of a person, found by what each feature declares of its collections ({@link hub.platform.words.WordsKept}): for the person to take out (UK GDPR, articles 15 and
 * 20), and to be erased when they close their account (article 17). The declarations of all services that share the database are written down at the start, so that whichever process is
 * asked knows of them all.
 */
@NullMarked
package hub.platform.personaldata;

import org.jspecify.annotations.NullMarked;
