package hub.forum.constellations.homes;

import hub.platform.refusals.Rejected;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a constellation knows of its hub home.
 *
 * @param id of the group
 * @param backup whom hub carers ring themselves out of hours; empty if nobody is named
 * @param backupNumber its number, as it is shown
 * @param version one more with each change; 0 before the first
 */
public record HubHome(String id, List<Bed> beds, String backup, String backupNumber, int version) {
    private static final int MOST_BEDS = 20;

    public HubHome {
        beds = List.copyOf(beds);
    }

    public static HubHome empty(String group) {
        return new HubHome(group, List.of(), "", "", 0);
    }

    /** How many children can sleep there on a night, from that day to the next. */
    public int bedsOn(LocalDate night) {
        return beds.stream().filter(bed -> bed.on(night)).mapToInt(Bed::count).sum();
    }

    public HubHome with(Bed bed) {
        if (beds.stream().anyMatch(one -> one.id().equals(bed.id()))) {
            return this;
        }
        if (beds.size() >= MOST_BEDS) {
            throw new Rejected(HomeRefusal.TOO_MANY_BEDS);
        }
        List<Bed> all = new ArrayList<>(beds);
        all.add(bed);
        return new HubHome(id, all, backup, backupNumber, version);
    }

    public HubHome withoutBed(String bed) {
        return new HubHome(
                id, beds.stream().filter(one -> !one.id().equals(bed)).toList(), backup, backupNumber, version);
    }

    public HubHome withBackup(String who, String number) {
        return new HubHome(id, beds, who, number, version);
    }

    HubHome nextVersion() {
        return new HubHome(id, beds, backup, backupNumber, version + 1);
    }
}
