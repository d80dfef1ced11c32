package hub.platform.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** An enum whose constants stand in addresses, forms, content and message keys: {@code KINSHIP_CARER} as {@code kinship-carer}. */
public interface Slug {
    String name();

    default String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As of a form or an address, where anything can come, or nothing. */
    static <E extends Enum<E> & Slug> Optional<E> find(Class<E> kind, String slug) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(one -> one.slug().equals(slug))
                .findFirst();
    }
}
