/**
 * What a process of its own does with a file, so that one made to harm has nothing to reach: it finds out by the bytes what it is, writes it anew without who made it, where and
 * with what, and finds its words. {@link hub.platform.files.cleaning.CleaningProcess} is that process, with bounds of memory, time, depth and size;
 * {@link hub.platform.files.cleaning.FileCleaner} starts it. The libraries that read PDF and pictures are loaded there alone.
 *
 * <p>What stays: names in comments and tracked changes of office documents, notes in pictures inside of documents that are no JPEG, and whatever stands in the
 * document itself.
 */
@NullMarked
package hub.platform.files.cleaning;

import org.jspecify.annotations.NullMarked;
