package hub.forum.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.profiles.Profile.Said;
import hub.forum.profiles.Profile.Shown;
import hub.platform.identity.Accounts;
import hub.testkit.MatrixFixture;
import hub.testkit.TestFixture;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Petronella says something to the people in her groups, and keeps something to herself. */
@TestFixture
final class ProfilesFixture implements MatrixFixture {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);
    private static final String ABOUT = "Periwinklehidden Periwinkleclosed Periwinkleopen";

    private final Profiles profiles;
    private final Accounts accounts;

    ProfilesFixture(Profiles profiles, Accounts accounts) {
        this.profiles = profiles;
        this.accounts = accounts;
    }

    @Override
    public Set<String> variables() {
        return Set.of("profile");
    }

    @Override
    public Map<String, String> make(Place place) {
        String account = place.account("Petronella").id();
        Said said = new Said(
                ABOUT,
                1973,
                List.of(TalkAbout.TEENAGERS),
                new Shown(Audience.GROUPS, Audience.NOBODY, Audience.NOBODY));
        accounts.viewer(account)
                .flatMap(viewer ->
                        profiles.own(viewer).flatMap(before -> profiles.write(said, before.revision(), viewer)))
                .block(LONG_ENOUGH);
        return Map.of("profile", account);
    }

    @Override
    public List<Secret> secrets(String sort) {
        Set<String> inHerGroups = Set.of("author", "member", "nomin", "lead");
        return List.of(new Secret("Periwinkle" + sort, inHerGroups), new Secret("Carer since 1973", Set.of("author")));
    }

    @Override
    public void secretsAreShown(Place place) {
        assertThat(place.session("Mabel")
                        .get("/profiles/" + place.get("profile"))
                        .body())
                .contains("Periwinkle" + place.sort())
                .doesNotContain("1973");
        assertThat(place.session("Petronella")
                        .get("/profiles/" + place.get("profile"))
                        .body())
                .contains("Carer since 1973");
    }
}
