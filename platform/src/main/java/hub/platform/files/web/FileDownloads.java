package hub.platform.files.web;

import hub.platform.files.Files;
import hub.platform.files.StoredFile;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Answers with a file: to be saved, never shown in a page of ours; kept by the reader's own browser alone, which asks each time whether it may still have it; in
 * parts, if it asks for a part.
 */
@Component
public class FileDownloads {
    private final Files files;

    FileDownloads(Files files) {
        this.files = files;
    }

    /** @param file that the viewer may have, by {@link Files#forReader} */
    public Mono<Void> answer(StoredFile file, ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        HttpHeaders headers = response.getHeaders();
        String etag = "\"" + file.sha256() + "\"";
        headers.setCacheControl("private, no-cache");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'none'; sandbox");
        headers.set(HttpHeaders.ACCEPT_RANGES, "bytes");
        if (exchange.checkNotModified(etag)) {
            return response.setComplete();
        }
        headers.setContentType(MediaType.parseMediaType(file.kind().mediaType()));
        headers.set(HttpHeaders.CONTENT_DISPOSITION, disposition(file.name()));
        HttpRange range = range(exchange.getRequest(), etag);
        return range == null ? part(file, 0, file.size(), exchange) : part(file, range, exchange);
    }

    /** One part, and of a file that has not changed; whoever asks for several gets the whole. Null for the whole. */
    private static @Nullable HttpRange range(ServerHttpRequest request, String etag) {
        String sameAs = request.getHeaders().getFirst(HttpHeaders.IF_RANGE);
        if (sameAs != null && !sameAs.equals(etag)) {
            return null;
        }
        try {
            List<HttpRange> ranges = request.getHeaders().getRange();
            return ranges.size() == 1 ? ranges.getFirst() : null;
        } catch (IllegalArgumentException noRange) {
            return null;
        }
    }

    private Mono<Void> part(StoredFile file, HttpRange range, ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        long from = range.getRangeStart(file.size());
        if (from >= file.size()) {
            response.setStatusCode(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE);
            response.getHeaders().set(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size());
            return response.setComplete();
        }
        long to = range.getRangeEnd(file.size());
        response.setStatusCode(HttpStatus.PARTIAL_CONTENT);
        response.getHeaders().set(HttpHeaders.CONTENT_RANGE, "bytes " + from + "-" + to + "/" + file.size());
        return part(file, from, to - from + 1, exchange);
    }

    private Mono<Void> part(StoredFile file, long from, long length, ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        response.getHeaders().setContentLength(length);
        return exchange.getRequest().getMethod() == HttpMethod.HEAD
                ? response.setComplete()
                : response.writeWith(files.bytes(file, from, length).map(response.bufferFactory()::wrap));
    }

    /** RFC 6266: the name in letters that every program reads, and as it is. */
    private static String disposition(String name) {
        String plain = name.replaceAll("[^ -~]|[\"\\\\%]", "_");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + RfcName.encoded(name);
    }
}
