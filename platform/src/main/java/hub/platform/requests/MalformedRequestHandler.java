package hub.platform.requests;

import hub.platform.site.Site;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/**
 * What the server itself would refuse with an empty page, and a line in the log in which the address stands: a request that is none, or whose address or
 * cookies are too long, gets a page in plain words; an address in which something stands that browsers send and Java has no name for, such as
 * {@code |}, is written as the standard wants it and goes on to where every address goes.
 */
@Component
class MalformedRequestHandler implements NettyServerCustomizer {
    private static final String HEX = "0123456789ABCDEF";
    /** Allowed as they are (RFC 3986, without the brackets, which only a host may have), beside letters and digits. */
    private static final String PLAIN = "-._~:/?#@!$&'()*+,;=";

    private final byte[] page;

    MalformedRequestHandler(Site site, MessageSource words) {
        page = """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%s – %s</title></head>
                <body><h1>%s</h1><p>%s</p><p><a href="/">%s</a></p><p><a href="/help">%s</a></p></body></html>
                """.formatted(
                        say(words, "error.badRequest.title"),
                        HtmlUtils.htmlEscape(site.name()),
                        say(words, "error.badRequest.title"),
                        say(words, "error.badRequest.text"),
                        say(words, "error.home"),
                        say(words, "error.help"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String say(MessageSource words, String key) {
        return HtmlUtils.htmlEscape(words.getMessage(key, null, Locale.UK));
    }

    @Override
    public HttpServer apply(HttpServer server) {
        Before before = new Before();
        return server.doOnChannelInit((observer, channel, remote) -> {
            if (channel.pipeline().get(NettyPipeline.HttpCodec) != null) {
                channel.pipeline().addAfter(NettyPipeline.HttpCodec, MalformedRequestHandler.class.getName(), before);
            }
        });
    }

    /** An address as a URI may be written; the same object if it is one already. */
    static String asUri(String address) {
        for (int i = 0; i < address.length(); i++) {
            if (!isPlain(address, i)) {
                return escaped(address);
            }
        }
        return address;
    }

    private static String escaped(String address) {
        StringBuilder uri = new StringBuilder(address.length() + 16);
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (isPlain(address, i)) {
                uri.append(c);
            } else {
                // Each is one byte as it came: what was sent as UTF-8 stays that.
                uri.append('%').append(HEX.charAt(c >> 4 & 15)).append(HEX.charAt(c & 15));
            }
        }
        return uri.toString();
    }

    private static boolean isPlain(String address, int at) {
        char c = address.charAt(at);
        return c >= 'a' && c <= 'z'
                || c >= '0' && c <= '9'
                || c >= 'A' && c <= 'Z'
                || (c == '%' ? isHex(address, at + 1) && isHex(address, at + 2) : PLAIN.indexOf(c) >= 0);
    }

    private static boolean isHex(String address, int at) {
        return at < address.length() && Character.digit(address.charAt(at), 16) >= 0 && address.charAt(at) < 128;
    }

    @Sharable
    private final class Before extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            // Also a body that breaks in the middle: what waits for it learns that the connection is gone.
            if (message instanceof HttpObject part && part.decoderResult().isFailure()) {
                ReferenceCountUtil.release(message);
                context.writeAndFlush(refusal(part.decoderResult().cause())).addListener(ChannelFutureListener.CLOSE);
                return;
            }
            if (message instanceof HttpRequest request) {
                String address = request.uri();
                String uri = asUri(address);
                if (uri != address) {
                    request.setUri(uri);
                }
            }
            context.fireChannelRead(message);
        }
    }

    private FullHttpResponse refusal(Throwable cause) {
        HttpResponseStatus status = switch (cause) {
            case TooLongHttpLineException line -> HttpResponseStatus.REQUEST_URI_TOO_LONG;
            case TooLongHttpHeaderException headers -> HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
            default -> HttpResponseStatus.BAD_REQUEST;
        };
        FullHttpResponse answer =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(page));
        answer.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "text/html;charset=UTF-8")
                .set(HttpHeaderNames.CONTENT_LENGTH, page.length)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set(HttpHeaderNames.X_FRAME_OPTIONS, "DENY")
                .set("X-Content-Type-Options", "nosniff")
                .set(HttpHeaderNames.CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'")
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return answer;
    }
}
