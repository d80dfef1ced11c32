package hub.platform.security;

import hub.platform.identity.Accounts;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcReactiveOAuth2UserService;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.ReactiveOAuth2UserService;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Joins what the provider says of somebody to the account here, whose id becomes the principal's name. */
@Component
class AccountUsers implements ReactiveOAuth2UserService<OidcUserRequest, OidcUser> {
    private static final String ACCOUNT = "hearth_account";

    private final OidcReactiveOAuth2UserService provider = new OidcReactiveOAuth2UserService();
    private final Accounts accounts;
    private final String realm;

    /** @param realm what stands before the subject in an identity; the issuer's address unless configured, as the embedded provider's address may change with its port */
    AccountUsers(Accounts accounts, @Value("${hearth.sign-in.realm:}") String realm) {
        this.accounts = accounts;
        this.realm = realm;
    }

    @Override
    public Mono<OidcUser> loadUser(OidcUserRequest request) {
        return provider.loadUser(request)
                .flatMap(user -> accounts.signedIn(
                                identity(user),
                                nameOf(user),
                                user.getEmail(),
                                Boolean.TRUE.equals(user.getEmailVerified()))
                        .map(account -> withAccount(user, account.id())));
    }

    private String identity(OidcUser user) {
        return (realm.isEmpty() ? String.valueOf(user.getIssuer()) : realm) + "|" + user.getSubject();
    }

    private static String nameOf(OidcUser user) {
        String name = user.getFullName();
        return name == null || name.isBlank() ? String.valueOf(user.getPreferredUsername()) : name;
    }

    private static OidcUser withAccount(OidcUser user, String account) {
        Map<String, Object> claims = new HashMap<>(user.getClaims());
        claims.put(ACCOUNT, account);
        return new DefaultOidcUser(user.getAuthorities(), user.getIdToken(), new OidcUserInfo(claims), ACCOUNT);
    }
}
