package hub.platform.files;

import hub.platform.refusals.Refusal;

/** Why a file is not taken. All are about the field {@code file}. */
public enum FileRefusal implements Refusal {
    MISSING("files.missing"),
    EMPTY("files.empty"),
    TOO_LARGE("files.tooLarge"),
    /** Of a kind that is not taken, whatever it is called. */
    KIND_NOT_TAKEN("files.kindNotTaken"),
    /** A kind that is taken, under another kind's name. */
    NAME_DOES_NOT_FIT("files.nameDoesNotFit"),
    PROTECTED("files.protected"),
    /** It cannot be read to its end. */
    DAMAGED("files.damaged"),
    PICTURE_TOO_LARGE("files.pictureTooLarge"),
    /** It has programs in it, or parts that are fetched from elsewhere. */
    HAS_PROGRAMS("files.hasPrograms"),
    /** Its memory, time or size unpacked goes beyond the bounds. */
    TOO_MUCH_IN_IT("files.tooMuchInIt"),
    /** Too many files are being looked at just now. */
    BUSY("files.busy"),
    /** {@link Files#MOST_AT_ONE_PLACE} hang there. */
    TOO_MANY("files.tooMany"),
    /** It went away before it was attached. */
    GONE("files.gone");

    private final String messageKey;

    FileRefusal(String messageKey) {
        this.messageKey = messageKey;
    }

    @Override
    public String messageKey() {
        return messageKey;
    }

    @Override
    public String field() {
        return "file";
    }

    @Override
    public boolean canBeMended() {
        return this != GONE;
    }
}
