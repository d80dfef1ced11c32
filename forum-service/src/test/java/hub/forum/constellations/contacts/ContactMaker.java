package hub.forum.constellations.contacts;

import hub.platform.identity.Account;
import hub.platform.mongo.Ids;
import hub.platform.time.Times;
import hub.testkit.TestFixture;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts support contacts into the hub. */
@TestFixture
public class ContactMaker {
    private final ContactStore store;

    ContactMaker(ContactStore store) {
        this.store = store;
    }

    /** One of yesterday, about which something more is wanted. */
    public SupportContact open(String group, Account carer, String helped) {
        LocalDate today = LocalDate.ofInstant(Instant.now(), Times.LONDON);
        SupportContact contact = of(
                Ids.next(),
                group,
                carer.id(),
                "household",
                today.minusDays(1),
                SupportContact.Kind.ADVICE,
                helped,
                SupportContact.Risk.NO,
                today.plusDays(3));
        return Objects.requireNonNull(store.insert(contact).block(Duration.ofSeconds(10)));
    }

    public static SupportContact of(
            String id,
            String group,
            String carer,
            String household,
            LocalDate day,
            SupportContact.Kind kind,
            String helped,
            SupportContact.Risk risk,
            @Nullable LocalDate followUp) {
        return new SupportContact(
                id,
                group,
                carer,
                household,
                carer,
                day,
                SupportContact.Way.PHONE,
                kind,
                SupportContact.Length.UNDER_AN_HOUR,
                risk,
                helped,
                followUp,
                false,
                Instant.EPOCH,
                1);
    }
}
