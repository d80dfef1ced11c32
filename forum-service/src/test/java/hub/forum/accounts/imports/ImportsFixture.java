package hub.forum.accounts.imports;

import static org.assertj.core.api.Assertions.assertThat;

import hub.testkit.MatrixFixture;
import hub.testkit.TestFixture;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A table of one person who has no account yet; once they are in, those who oversee the audit log read their name there. */
@TestFixture
final class ImportsFixture implements MatrixFixture {
    @Override
    public Set<String> variables() {
        return Set.of("people");
    }

    @Override
    public Map<String, String> make(Place place) {
        String table =
                "name,email,roles\nHortensia Quickfall,hortensia.quickfall." + place.sort() + "@example.org,carer";
        String kept =
                place.session("Ada").post("/accounts/import", "text", table).location();
        return Map.of("people", kept.substring(kept.lastIndexOf('/') + 1));
    }

    @Override
    public List<Secret> secrets(String sort) {
        return List.of(new Secret("Quickfall", Set.of("admin", "Lead", "Officer")));
    }

    @Override
    public void secretsAreShown(Place place) {
        assertThat(place.session("Ada")
                        .get("/accounts/imports/" + place.get("people"))
                        .body())
                .contains("Quickfall");
    }
}
