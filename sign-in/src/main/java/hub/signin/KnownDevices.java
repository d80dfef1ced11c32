package hub.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Browsers in which somebody has given the right password: a cookie with a mark for each of the last accounts, signed by the provider. It lets nobody in; a new
 * password makes it worth nothing.
 */
final class KnownDevices {
    private static final String COOKIE = "HEARTH_DEVICE";
    private static final Duration KEPT = Duration.ofDays(400);
    private static final int MOST_ACCOUNTS = 8;
    private static final String BETWEEN = ".";

    private final SecretKeySpec key;
    private final Settings settings;

    KnownDevices(RSAKey signingKey, Settings settings) throws JOSEException {
        String secret = signingKey.toRSAPrivateKey().getPrivateExponent().toString(Character.MAX_RADIX);
        this.key = new SecretKeySpec(Secrets.sha256("known devices " + secret).getBytes(UTF_8), "HmacSHA256");
        this.settings = settings;
    }

    /** One browser, as it comes with a request. */
    final class Device {
        private final List<String> marks;

        private Device(List<String> marks) {
            this.marks = marks;
        }

        /** What this browser is known by for an account; empty if the person has not signed in here before. */
        Optional<String> markOf(Person person) {
            return Optional.of(mark(person)).filter(marks::contains);
        }
    }

    Device of(HttpServletRequest request) {
        return new Device(marks(request));
    }

    void remember(Person person, HttpServletRequest request, HttpServletResponse response) {
        String mark = mark(person);
        String value = String.join(
                BETWEEN,
                Stream.concat(Stream.of(mark), marks(request).stream().filter(other -> !other.equals(mark)))
                        .limit(MOST_ACCOUNTS)
                        .toList());
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, value)
                        .path("/")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(settings.isBehindTls())
                        .maxAge(KEPT)
                        .build()
                        .toString());
    }

    private static List<String> marks(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null
                ? List.of()
                : Arrays.stream(cookie.getValue().split("\\."))
                        .limit(MOST_ACCOUNTS)
                        .toList();
    }

    private String mark(Person person) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] signed = mac.doFinal((person.subject() + " " + person.password()).getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
