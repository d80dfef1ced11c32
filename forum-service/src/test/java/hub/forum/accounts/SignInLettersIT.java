package hub.forum.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Account;
import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.platform.mail.GuestMailKind;
import hub.platform.mongo.Ids;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is written a link to sign in with, and what the letter says. */
class SignInLettersIT extends AtTheDesk {
    @Autowired
    SignInLetters letters;

    private Account somebody() {
        String id = Ids.next();
        return accounts.add(Account.of(
                        id,
                        "provider|" + id,
                        "Orla Penn",
                        id,
                        "",
                        "orla." + id + "@example.org",
                        Approval.APPROVED,
                        Set.of(Role.CARER),
                        Instant.parse("2026-01-05T10:00:00Z"),
                        Instant.parse("2026-01-05T10:00:00Z")))
                .block();
    }

    private GuestMailKind.Addressed letterTo(Account account) {
        return letters.write(account.id()).block();
    }

    @Test
    void whoHasNeverBeenHereIsInvitedAndWhoHasIsHelpedBackIn() {
        Account back = somebody();
        accounts.signedIn("provider|" + back.id(), "Orla Penn", back.email(), true)
                .block();
        GuestMailKind.Addressed written = letterTo(back);
        assertThat(written.name()).isEqualTo("Orla Penn");
        assertThat(written.address().value()).isEqualTo(back.email());
        assertThat(written.letter().path()).isEqualTo("https://hub.example.org/link/by-mail");
        assertThat(written.letter().subject().key()).isEqualTo("accounts.letter.forgotten.subject");

        assertThat(letterTo(somebody()).letter().subject().key()).isEqualTo("accounts.letter.invitation.subject");
    }

    @Test
    void whoIsPausedMeanwhileIsNotWrittenTo() {
        Account account = somebody();
        accounts.suspend(account.id(), admin()).block();
        assertThat(letterTo(account)).isNull();
    }

    @Test
    void whoChoseAPasswordAnewIsSignedOutOfOlderSessionsAlone() {
        Account account = somebody();
        Instant before = Instant.now();
        letters.passwordChosen("provider|" + account.id(), before.plusSeconds(60))
                .block();
        assertThat(accounts.viewer(account.id(), before).block().signedIn()).isFalse();
        assertThat(accounts.viewer(account.id(), before.plusSeconds(60)).block().signedIn())
                .isTrue();
    }

    @Test
    void anIdentityThatHasNoAccountAsksForNothing() {
        letters.forgotten("provider|nobody").block();
        letters.forgotten("provider|" + Ids.next()).block();
    }
}
