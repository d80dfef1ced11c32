package hub.resources.library;

import hub.testkit.MatrixFixture;
import hub.testkit.TestFixture;
import java.util.Map;
import java.util.Set;

/** Addresses of the library as its content has them; the library of a test is empty. */
@TestFixture
final class LibraryFixture implements MatrixFixture {
    @Override
    public Set<String> variables() {
        return Set.of("topic", "piece", "standard");
    }

    @Override
    public Map<String, String> make(Place place) {
        return Map.of("topic", "kinship", "piece", "special-guardianship", "standard", "2");
    }

    @Override
    public String unknown(String variable) {
        return variable.equals("standard") ? "999" : MatrixFixture.super.unknown(variable);
    }
}
