package hub.resources.audiences;

import static hub.resources.audiences.Audience.CARERS;
import static hub.resources.audiences.Audience.KINSHIP;
import static hub.resources.audiences.Audience.PUBLIC;
import static hub.resources.audiences.Audience.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AudiencesTests {

    @Test
    void theStreetReadsWhatIsPublic() {
        assertThat(Audiences.of(Viewer.nobody())).containsExactly(PUBLIC);
    }

    @ParameterizedTest
    @EnumSource(
            value = Approval.class,
            names = {"AWAITING", "SUSPENDED", "ENDED"})
    void onlyTheApprovedReadMoreWhateverTheirRoles(Approval approval) {
        assertThat(Audiences.of(viewer(approval, Role.values()))).containsExactly(PUBLIC);
    }

    @Test
    void anApprovedPersonWithoutARoleReadsWhatIsPublic() {
        assertThat(Audiences.of(viewer(Approval.APPROVED))).containsExactly(PUBLIC);
    }

    @Test
    void carersReadWhatIsForCarers() {
        assertThat(Audiences.of(viewer(Approval.APPROVED, Role.CARER))).containsExactlyInAnyOrder(PUBLIC, CARERS);
    }

    @Test
    void kinshipCarersReadWhatIsForAllCarersAndWhatIsForThem() {
        assertThat(Audiences.of(viewer(Approval.APPROVED, Role.KINSHIP_CARER)))
                .containsExactlyInAnyOrder(PUBLIC, CARERS, KINSHIP);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CARER", "KINSHIP_CARER"})
    void staffReadAll(Role role) {
        assertThat(Audiences.of(viewer(Approval.APPROVED, role)))
                .containsExactlyInAnyOrder(PUBLIC, CARERS, KINSHIP, STAFF);
    }

    private static Viewer viewer(Approval approval, Role... roles) {
        return new Viewer("someone", "Someone", "home", approval, Set.of(roles));
    }
}
