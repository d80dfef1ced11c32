package hub.platform.management;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.mock.env.MockEnvironment;

class OnlyWhereAskedForTests {
    private static final AutoConfigurationMetadata NOTHING_KNOWN =
            org.mockito.Mockito.mock(AutoConfigurationMetadata.class);

    @ParameterizedTest
    @CsvSource({
        "org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration, false",
        "org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration, false",
        "org.springframework.boot.mongodb.autoconfigure.metrics.MongoMetricsAutoConfiguration, false",
        "org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration, false",
        "org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration, true",
        "org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration, true"
    })
    void withoutAPortOfItsOwnNothingIsMeasured(String configuration, boolean kept) {
        assertThat(kept(configuration, "-1")).isEqualTo(kept);
        assertThat(kept(configuration, "9090")).isTrue();
    }

    private static boolean kept(String configuration, String port) {
        OnlyWhereAskedFor filter =
                SpringFactoriesLoader.forDefaultResourceLocation().load(AutoConfigurationImportFilter.class).stream()
                        .filter(OnlyWhereAskedFor.class::isInstance)
                        .map(OnlyWhereAskedFor.class::cast)
                        .findFirst()
                        .orElseThrow();
        filter.setEnvironment(new MockEnvironment().withProperty("management.server.port", port));
        return filter.match(new String[] {configuration}, NOTHING_KNOWN)[0];
    }
}
