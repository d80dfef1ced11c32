/**
 * Backups: one encrypted file of the whole database, made while the hub runs, and the way back from it into an empty folder. A file has its name only once it
 * has been read back whole, and so has a folder.
 */
@NullMarked
package hub.launcher.backup;

import org.jspecify.annotations.NullMarked;
