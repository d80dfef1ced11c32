/**
 * Files that people send. One way in, {@link hub.platform.files.Files}: {@code take} cleans, checks and keeps what a form brought, {@code attach} hangs it on the
 * thing it belongs to, {@code at} lists what hangs there, {@code forReader} gives one to whoever may have it.
 *
 * <p>A feature that takes files declares the address of its form ({@link hub.platform.requests.UploadPaths}), has an
 * {@link hub.platform.requests.Upload} named {@code file} in the form's record, puts {@code parts/forms :: file} in a form with
 * {@code enctype="multipart/form-data"}, and says who may read and who may change what its things carry
 * ({@link hub.platform.files.FileRights}). Downloads stand below the feature's own address and are answered by
 * {@link hub.platform.files.web.FileDownloads}.
 *
 * <p>What was sent is read by nobody here but by a process of its own ({@link hub.platform.files.cleaning}), which takes out who made it, where and with
 * what, and finds its words for the search. Then {@code clamd} looks at it, if the settings name one. A file is there for readers when all of that is done. Its bytes lie in
 * GridFS; an entry in {@code files} is written before them and taken away after them, so that what is cut off half-way is found and cleared away.
 */
@NullMarked
package hub.platform.files;

import org.jspecify.annotations.NullMarked;
