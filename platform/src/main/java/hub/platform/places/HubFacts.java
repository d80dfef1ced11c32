package hub.platform.places;

/**
 * What is said of a family hub: cleaned, and held to its rules by the form. All of it is public.
 *
 * @param name 3 to 80 characters
 * @param area the part of town, 1 to 80 characters
 * @param address in a line, 3 to 200 characters
 * @param postcode as it is written on letters, "BS5 6QR"
 * @param access how somebody gets in, to 300 characters; may be empty, as may be the next three
 * @param toilets to 300 characters
 * @param parking to 300 characters
 * @param bus which bus stops near, to 300 characters
 */
public record HubFacts(
        String name,
        String area,
        String address,
        String postcode,
        StepFree stepFree,
        String access,
        String toilets,
        String parking,
        String bus) {}
