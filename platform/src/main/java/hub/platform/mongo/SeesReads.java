package hub.platform.mongo;

import com.mongodb.event.CommandListener;

/**
 * A listener that is told of what {@link Reads} asks too; others are not. As long as anybody listens, the driver copies each command and each answer,
 * which was half of the memory that a page of posts asked for.
 */
public interface SeesReads extends CommandListener {}
