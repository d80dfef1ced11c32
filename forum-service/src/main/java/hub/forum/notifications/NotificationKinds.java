package hub.forum.notifications;

import hub.platform.identity.Viewer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** All kinds that the features declare. They are asked for late, as features also tell. */
@Component
class NotificationKinds {
    private final ObjectProvider<NotificationKind> declared;
    private volatile @Nullable SortedMap<String, NotificationKind> byName;

    NotificationKinds(ObjectProvider<NotificationKind> declared) {
        this.declared = declared;
    }

    /** @throws IllegalArgumentException if there is none such */
    NotificationKind get(String name) {
        NotificationKind kind = all().get(name);
        if (kind == null) {
            throw new IllegalArgumentException("No such kind of notification: " + name);
        }
        return kind;
    }

    /** Empty, too, for a kind that there is no more. */
    Mono<NotificationKind.Shown> show(Notification notification, Viewer viewer) {
        NotificationKind kind = all().get(notification.kind());
        return kind == null ? Mono.empty() : kind.showing().show(notification, viewer);
    }

    Map<String, MailChoice> chosen(NotificationChoices choices) {
        Map<String, MailChoice> chosen = new LinkedHashMap<>();
        all().values().stream()
                .filter(kind -> !kind.choices().isEmpty())
                .forEach(kind -> chosen.put(kind.kind(), choices.of(kind)));
        return chosen;
    }

    List<NotificationChoices.Chosen> known(Map<String, MailChoice> mail) {
        return mail.entrySet().stream()
                .filter(entry -> offers(entry.getKey(), entry.getValue()))
                .map(entry -> new NotificationChoices.Chosen(entry.getKey(), entry.getValue()))
                .toList();
    }

    private boolean offers(String name, MailChoice choice) {
        NotificationKind kind = all().get(name);
        return kind != null && kind.choices().contains(choice);
    }

    Map<String, List<MailChoice>> offered() {
        Map<String, List<MailChoice>> offered = new LinkedHashMap<>();
        all().values().stream()
                .filter(kind -> !kind.choices().isEmpty())
                .forEach(kind -> offered.put(kind.kind(), kind.choices()));
        return offered;
    }

    /** No letter that says what waits; letters of their own stay as they were chosen. */
    List<NotificationChoices.Chosen> withoutTheLetter(NotificationChoices choices) {
        return all().values().stream()
                .map(kind -> new NotificationChoices.Chosen(
                        kind.kind(),
                        kind.mailed() == NotificationKind.Mailed.ALONE ? choices.of(kind) : MailChoice.NEVER))
                .toList();
    }

    private SortedMap<String, NotificationKind> all() {
        SortedMap<String, NotificationKind> known = byName;
        if (known == null) {
            known = new TreeMap<>(declared.stream().collect(Collectors.toMap(NotificationKind::kind, kind -> kind)));
            byName = known;
        }
        return known;
    }
}
