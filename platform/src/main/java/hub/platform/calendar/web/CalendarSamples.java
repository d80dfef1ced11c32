package hub.platform.calendar.web;

import hub.platform.calendar.QrCode;
import hub.platform.pages.Fragment;
import hub.platform.styleguide.StyleguideSection;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** A QR code, for the style guide. */
@Component
@ConditionalOnProperty("hearth.styleguide")
class CalendarSamples implements StyleguideSection {
    @Override
    public Fragment fragment() {
        return new Fragment("calendar/styleguide", "samples", QrCode.of("https://hearth.example.org/training"));
    }
}
