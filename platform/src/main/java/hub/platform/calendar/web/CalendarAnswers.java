package hub.platform.calendar.web;

import hub.platform.calendar.CalendarEntry;
import hub.platform.calendar.CalendarFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;

/** Answers that are iCalendar. They carry an ETag: a calendar that asks again, and has it already, is answered 304. */
public final class CalendarAnswers {
    private static final MediaType TYPE = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private CalendarAnswers() {}

    /**
     * One date, to be put into whichever calendar somebody uses.
     *
     * @param name of the file, such as {@code training.ics}
     */
    public static ResponseEntity<byte[]> single(CalendarEntry entry, String name, ServerWebExchange exchange) {
        return answer(CalendarFile.single(origin(exchange), entry), ContentDisposition.attachment(), name);
    }

    static ResponseEntity<byte[]> calendar(byte[] file) {
        return answer(file, ContentDisposition.inline(), "calendar.ics");
    }

    /** Of the hub, as whoever asks reaches it. */
    static String origin(ServerWebExchange exchange) {
        return exchange.getRequest().getURI().resolve("/").toString().replaceFirst("/$", "");
    }

    private static ResponseEntity<byte[]> answer(byte[] file, ContentDisposition.Builder disposition, String name) {
        return ResponseEntity.ok()
                .contentType(TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition.filename(name).build().toString())
                // To be asked about each time: rights may have changed.
                .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePrivate().mustRevalidate())
                .eTag('"' + hash(file) + '"')
                .body(file);
    }

    private static String hash(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
