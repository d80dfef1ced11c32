package hub.forum.meetings.web;

import hub.forum.groups.Group;
import hub.forum.groups.Groups;
import hub.forum.groups.Visibility;
import hub.forum.groups.web.GroupHeader;
import hub.forum.groups.web.GroupHeaders;
import hub.forum.meetings.MeetingPolicy;
import hub.forum.meetings.MeetingWords;
import hub.forum.meetings.topics.Topic;
import hub.forum.meetings.topics.Topics;
import hub.platform.forms.Form;
import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.guard.Careful;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What members would like to talk about. */
@Controller
class TopicController {
    private final Groups groups;
    private final Topics topics;
    private final Accounts accounts;
    private final GroupHeaders headers;
    private final MeetingWords words;
    private final Times times;

    TopicController(
            Groups groups, Topics topics, Accounts accounts, GroupHeaders headers, MeetingWords words, Times times) {
        this.groups = groups;
        this.topics = topics;
        this.accounts = accounts;
        this.headers = headers;
        this.words = words;
        this.times = times;
    }

    /** @param anonymous whether the name is kept back */
    record TopicForm(
            @Careful(kept = false)
            @Text(least = 3, most = 200, missing = "meetings.topics.missing", message = "meetings.topics.length")
            String text,

            Boolean anonymous,
            String formKey) {
        TopicForm {
            text = InputText.clean(text);
            anonymous = anonymous != null && anonymous;
            formKey = FormKey.orFresh(formKey);
        }
    }

    /**
     * @param arranges whether the viewer makes meetings of topics
     * @param writes whether the viewer may propose one
     */
    record TopicsPage(GroupHeader header, String group, List<Line> topics, boolean arranges, boolean writes) {}

    /** @param who whose it is, or that the name is kept back */
    record Line(String id, String text, String who, Moment at, boolean mayClose) {}

    @GetMapping("/meetings/in/{group}/topics")
    Mono<Rendering> list(@PathVariable String group, Visibility visibility) {
        return toRead(group, visibility)
                .flatMap(found -> page(found, Form.of(new TopicForm("", false, "")), visibility));
    }

    @PostMapping("/meetings/in/{group}/topics")
    Mono<Rendering> propose(@PathVariable String group, Form<TopicForm> form, Visibility visibility) {
        return toRead(group, visibility)
                .filter(found -> visibility.mayPost(found.id()))
                .flatMap(found -> form.submit(
                        sent -> topics.propose(found, sent.text(), sent.anonymous(), form.once(), visibility)
                                .thenReturn(Pages.seeOther("/meetings/in/" + group + "/topics")),
                        again -> page(found, again, visibility)));
    }

    @PostMapping("/meetings/in/{group}/topics/{topic}/close")
    Mono<Rendering> close(@PathVariable String group, @PathVariable String topic, Visibility visibility) {
        return toRead(group, visibility)
                .flatMap(found -> topics.close(topic, visibility)
                        .map(closed -> Pages.seeOther("/meetings/in/" + group + "/topics")));
    }

    private Mono<Group> toRead(String group, Visibility visibility) {
        return groups.toRead(group, visibility).filter(Group::hasMembers);
    }

    private Mono<Rendering> page(Group group, Form<TopicForm> form, Visibility visibility) {
        return topics.in(group, visibility)
                .collectList()
                .flatMap(found -> accounts.names(found.stream()
                                .filter(topic -> !topic.anonymous())
                                .map(Topic::account)
                                .toList())
                        .map(names -> Pages.show(
                                "meetings/topics",
                                new TopicsPage(
                                        headers.inside(group, "meetings"),
                                        group.id(),
                                        found.stream()
                                                .map(topic -> line(topic, names, visibility))
                                                .toList(),
                                        MeetingPolicy.mayArrange(visibility, group),
                                        visibility.mayPost(group.id())),
                                form)));
    }

    private Line line(Topic topic, Names names, Visibility visibility) {
        return new Line(
                topic.id(),
                topic.text(),
                topic.anonymous()
                        ? words.say("meetings.topics.anonymous")
                        : names.of(topic.account()).name(),
                times.say(topic.at()),
                Topics.mayClose(topic, visibility));
    }
}
