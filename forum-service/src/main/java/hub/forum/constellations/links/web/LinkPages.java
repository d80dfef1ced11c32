package hub.forum.constellations.links.web;

import hub.forum.constellations.ConstellationPolicy;
import hub.forum.constellations.links.LinkOffer;
import hub.forum.constellations.links.LinkPolicy;
import hub.forum.constellations.links.LinkRequest;
import hub.forum.constellations.links.Links;
import hub.forum.constellations.links.Matter;
import hub.forum.constellations.rota.RotaWords;
import hub.forum.groups.Group;
import hub.forum.groups.Visibility;
import hub.forum.groups.web.GroupHeader;
import hub.forum.groups.web.GroupHeaders;
import hub.platform.forms.Choice;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.text.Slug;
import hub.platform.time.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes the pages of cultural links. */
@Component
class LinkPages {
    private static final Set<String> DONE =
            Set.of("asked", "offered", "back", "proposed", "yes", "no", "withdrawn", "closed");

    private final Links links;
    private final Accounts accounts;
    private final GroupHeaders headers;
    private final RotaWords words;

    LinkPages(Links links, Accounts accounts, GroupHeaders headers, RotaWords words) {
        this.links = links;
        this.accounts = accounts;
        this.headers = headers;
        this.words = words;
    }

    /**
     * @param own what the viewer seeks
     * @param proposed those for which the viewer is proposed
     * @param takesPart whether the viewer can seek and offer
     * @param seeks whether the viewer seeks something now, and so nothing more
     * @param offer what the viewer offers, each with its consent
     * @param desk what carers seek, for the liaison worker; null for everybody else
     */
    record ListPage(
            GroupHeader header,
            String group,
            List<Line> own,
            List<Line> proposed,
            boolean takesPart,
            boolean seeks,
            List<Shown> offer,
            @Nullable List<Line> desk,
            @Nullable String done) {}

    record Line(String path, String title, String about, String state) {}

    /** @param since since when it may be shown, a sentence; null while it may not */
    record Shown(
            String slug,
            String matter,
            String text,
            @Nullable String since) {}

    /**
     * One request.
     *
     * @param text the lines of what is sought
     * @param proposal the key of the proposal, for the answer
     * @param answers whether the viewer is asked
     * @param other whom the viewer is introduced to; empty before both have agreed
     * @param about what the other offers and shows, for whoever asked and the liaison worker
     * @param talk where the two talk; null before they are introduced
     * @param closes whether the viewer says how it was
     * @param withdraws whether the viewer asked and can withdraw it
     * @param offers that the liaison worker can propose; null for everybody else, and when it does not wait
     */
    record OnePage(
            String group,
            String name,
            String path,
            String title,
            String state,
            List<String> text,
            String proposal,
            boolean answers,
            boolean asks,
            String other,
            List<Shown> about,
            @Nullable String talk,
            boolean closes,
            List<Choice> how,
            boolean withdraws,
            @Nullable List<Choice> offers,
            @Nullable String done) {}

    Mono<ListPage> list(Group group, String done, Visibility visibility) {
        boolean oversees = ConstellationPolicy.mayOversee(visibility, group.id());
        return Mono.zip(
                        links.own(group, visibility).collectList(),
                        links.proposedTo(group, visibility).collectList(),
                        links.ownOffer(group, visibility),
                        links.in(group, visibility).collectList())
                .flatMap(all -> names(all.getT4())
                        .map(names -> new ListPage(
                                headers.inside(group, "constellation"),
                                group.id(),
                                all.getT1().stream()
                                        .map(one -> line(one, one.words(), visibility))
                                        .toList(),
                                all.getT2().stream()
                                        .map(one -> line(one, one.words(), visibility))
                                        .toList(),
                                LinkPolicy.mayTakePart(visibility, group),
                                all.getT1().stream().anyMatch(one -> one.openFor() != null),
                                said(all.getT3()),
                                oversees
                                        ? all.getT4().stream()
                                                .map(one -> line(
                                                        one,
                                                        names.of(one.account()).name(),
                                                        visibility))
                                                .toList()
                                        : null,
                                done(done))));
    }

    private Mono<Names> names(List<LinkRequest> some) {
        return accounts.names(some.stream()
                .flatMap(one -> Stream.of(one.account(), Objects.requireNonNullElse(one.other(), one.account())))
                .distinct()
                .toList());
    }

    private Line line(LinkRequest one, String about, Visibility visibility) {
        return new Line(
                one.path(visibility.viewer().account()),
                matters(one),
                about,
                words.say("constellations.links.state." + one.state().slug()));
    }

    private String matters(LinkRequest one) {
        return one.matters().isEmpty()
                ? words.say("constellations.links.one")
                : one.matters().stream().sorted().map(this::matter).collect(Collectors.joining(", "));
    }

    private String matter(Matter matter) {
        return words.say("constellations.links.matter." + matter.slug());
    }

    /** Everything that is said, shown or not, for whoever says it. */
    private List<Shown> said(LinkOffer offer) {
        return offer.words().keySet().stream()
                .sorted()
                .map(matter -> shown(offer, matter))
                .toList();
    }

    private Shown shown(LinkOffer offer, Matter matter) {
        Instant since = offer.shown().get(matter);
        return new Shown(
                matter.slug(),
                matter(matter),
                offer.words().getOrDefault(matter, ""),
                since == null
                        ? null
                        : words.say(
                                "constellations.links.offer.since",
                                Times.inFull(LocalDate.ofInstant(since, Times.LONDON))));
    }

    Mono<OnePage> one(Group group, LinkRequest link, String done, Visibility visibility) {
        boolean proposes = LinkPolicy.mayPropose(visibility, link)
                && link.state() == LinkRequest.State.WAITING
                && !link.asks(visibility.viewer().account());
        Mono<Optional<List<LinkOffer>>> offers = proposes
                ? links.offers(visibility)
                        .filter(offer -> !offer.account().equals(link.account()))
                        .collectList()
                        .map(Optional::of)
                : Mono.just(Optional.empty());
        return Mono.zip(
                        offers,
                        links.proposedOffer(link, visibility).map(Optional::of).defaultIfEmpty(Optional.empty()))
                .flatMap(both -> accounts.names(accounts(link, both.getT1()))
                        .map(names -> page(
                                group,
                                link,
                                both.getT1().orElse(null),
                                both.getT2().orElse(null),
                                names,
                                done,
                                visibility)));
    }

    private static List<String> accounts(LinkRequest link, Optional<List<LinkOffer>> offers) {
        Stream<String> two = Stream.of(link.account(), Objects.requireNonNullElse(link.other(), link.account()));
        return Stream.concat(two, offers.stream().flatMap(List::stream).map(LinkOffer::account))
                .distinct()
                .toList();
    }

    private OnePage page(
            Group group,
            LinkRequest link,
            @Nullable List<LinkOffer> offers,
            @Nullable LinkOffer proposed,
            Names names,
            String done,
            Visibility visibility) {
        String viewer = visibility.viewer().account();
        boolean asks = link.asks(viewer);
        boolean introduced = link.state() == LinkRequest.State.INTRODUCED;
        LinkRequest.Proposal proposal = link.proposal();
        return new OnePage(
                group.id(),
                group.name(),
                link.path(viewer),
                matters(link),
                words.say("constellations.links.state." + link.state().slug()),
                link.words().lines().filter(line -> !line.isBlank()).toList(),
                proposal == null ? "" : proposal.key(),
                link.waitsFor(viewer),
                asks,
                people(link, names, viewer),
                proposed == null || (link.isOf(viewer) && !asks) ? List.of() : seen(proposed),
                introduced && link.isOf(viewer) ? "/groups/" + link.conversation() : null,
                introduced && link.isOf(viewer),
                Arrays.stream(LinkRequest.Helped.values())
                        .map(Slug::slug)
                        .map(slug -> new Choice(slug, words.say("constellations.links.helped." + slug), null))
                        .toList(),
                asks && link.state() != LinkRequest.State.CLOSED,
                offers == null ? null : choices(link, offers, names),
                done(done));
    }

    /** The liaison worker knows who it is; the two know when both have agreed. */
    private String people(LinkRequest link, Names names, @Nullable String viewer) {
        String other = link.other();
        if (!link.isOf(viewer)) {
            String asker = names.of(link.account()).name();
            return other == null
                    ? asker
                    : words.say(
                            "constellations.links.two", asker, names.of(other).name());
        }
        boolean introduced = link.state() == LinkRequest.State.INTRODUCED;
        return !introduced || other == null
                ? ""
                : names.of(link.asks(viewer) ? other : link.account()).name();
    }

    /** What may be shown, as of this moment. */
    private List<Shown> seen(LinkOffer offer) {
        return Stream.of(Matter.values())
                .filter(offer::shows)
                .map(matter -> shown(offer, matter))
                .toList();
    }

    /** Those that are free, the most in common first, each with what it shows. */
    private List<Choice> choices(LinkRequest link, List<LinkOffer> offers, Names names) {
        return offers.stream()
                .filter(offer -> offer.held() == null)
                .sorted(Comparator.comparingLong((LinkOffer offer) -> -inCommon(link, offer))
                        .thenComparing(offer -> names.of(offer.account()).name()))
                .map(offer -> new Choice(
                        offer.id(),
                        names.of(offer.account()).name(),
                        seen(offer).stream()
                                .map(shown -> words.say("constellations.links.shown", shown.matter(), shown.text()))
                                .collect(Collectors.joining(" "))))
                .toList();
    }

    private static long inCommon(LinkRequest link, LinkOffer offer) {
        return link.matters().stream().filter(offer::shows).count();
    }

    List<Choice> matters() {
        return Arrays.stream(Matter.values())
                .map(matter -> new Choice(matter.slug(), matter(matter), null))
                .toList();
    }

    private @Nullable String done(String what) {
        return DONE.contains(what) ? words.say("constellations.links.done." + what) : null;
    }
}
