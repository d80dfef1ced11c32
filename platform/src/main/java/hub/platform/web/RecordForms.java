package hub.platform.web;

import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;

/**
 * Forms are records, made by their constructors: a field under any other name, such as {@code text[$ne]}, is passed over. Set once rather than by an
 * {@code @InitBinder}, which is called for each variable of an address.
 */
@Component
class RecordForms {

    RecordForms(RequestMappingHandlerAdapter adapter) {
        ((ConfigurableWebBindingInitializer) Objects.requireNonNull(adapter.getWebBindingInitializer()))
                .setDeclarativeBinding(true);
    }
}
