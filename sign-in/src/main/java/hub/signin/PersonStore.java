package hub.signin;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import hub.platform.identity.EmailAddress;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;

/** The collection {@code sign_in_people}. Where demo people are not let in, they are not found either, whatever an earlier start left behind. */
final class PersonStore {
    private static final String PEOPLE = "sign_in_people";

    private final MongoTemplate mongo;
    private final boolean demo;

    PersonStore(MongoTemplate mongo, Settings settings) {
        this.mongo = mongo;
        this.demo = settings.demo();
        mongo.getCollection(PEOPLE).createIndex(Indexes.ascending("username"), new IndexOptions().unique(true));
        mongo.getCollection(PEOPLE).createIndex(Indexes.ascending("link.tokenHash"), new IndexOptions().sparse(true));
        mongo.getCollection(PEOPLE)
                .createIndex(Indexes.ascending("letterLink.tokenHash"), new IndexOptions().sparse(true));
    }

    Optional<Person> bySubject(String subject) {
        return one(where("_id").is(subject));
    }

    Optional<Person> byUsername(String username) {
        return one(where("username").is(username));
    }

    Optional<Person> byLink(String tokenHash, Instant now) {
        return one(openLink(tokenHash, now));
    }

    /** @throws EmailInUse if the username is taken, also when two ask at once */
    void add(Person person) {
        try {
            mongo.insert(person, PEOPLE);
        } catch (DuplicateKeyException taken) {
            throw new EmailInUse();
        }
    }

    /** Puts a link in the place of the password. */
    Optional<Person> replacePassword(String subject, Person.Link link) {
        return change(
                where("_id").is(subject),
                new Update().unset("password").set("link", link).unset("letterLink"));
    }

    /** Puts a link beside the password and beside one that was handed over, in the place of an earlier letter's: anybody can ask for a letter. */
    Optional<Person> offerLink(String subject, Person.Link link) {
        return change(where("_id").is(subject), new Update().set("letterLink", link));
    }

    void remove(String subject) {
        mongo.remove(query(where("_id").is(subject)), PEOPLE);
    }

    /** Uses the link up: of two who come at once, one gets nothing. */
    Optional<Person> choosePassword(String tokenHash, Instant now, String encoded) {
        return change(
                openLink(tokenHash, now),
                new Update().set("password", encoded).unset("link").unset("letterLink"));
    }

    /** @throws EmailInUse if the username is somebody else's */
    void putDemoPerson(DemoPerson person, String encoded) {
        Update update = new Update()
                .set("name", person.name())
                .set("username", EmailAddress.spelling(person.username()))
                .set("password", encoded)
                .set("demo", true)
                .unset("link");
        try {
            mongo.upsert(query(where("_id").is(person.subject()).and("demo").is(true)), update, PEOPLE);
        } catch (DuplicateKeyException taken) {
            throw new EmailInUse();
        }
    }

    private Optional<Person> change(Criteria which, Update update) {
        return Optional.ofNullable(mongo.findAndModify(
                query(letIn(which)), update, FindAndModifyOptions.options().returnNew(true), Person.class, PEOPLE));
    }

    private Optional<Person> one(Criteria which) {
        return Optional.ofNullable(mongo.findOne(query(letIn(which)), Person.class, PEOPLE));
    }

    private Criteria letIn(Criteria which) {
        return demo ? which : which.and("demo").is(false);
    }

    private static Criteria openLink(String tokenHash, Instant now) {
        return new Criteria()
                .orOperator(
                        where("link.tokenHash")
                                .is(tokenHash)
                                .and("link.expiresAt")
                                .gt(now),
                        where("letterLink.tokenHash")
                                .is(tokenHash)
                                .and("letterLink.expiresAt")
                                .gt(now));
    }
}
