package hub.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class GroupCommitTests {
    private final List<List<String>> sent = new ArrayList<>();
    private final List<Sinks.Empty<Void>> answers = new ArrayList<>();
    private final GroupCommit<String> commit = new GroupCommit<>(items -> {
        sent.add(items);
        answers.add(Sinks.empty());
        return answers.getLast().asMono();
    });

    private CompletableFuture<Void> write(String item) {
        return commit.write(item).toFuture();
    }

    @Test
    void whatIsAloneGoesAtOnce() {
        CompletableFuture<Void> one = write("one");
        assertThat(sent).containsExactly(List.of("one"));
        assertThat(one).isNotDone();
        answers.getFirst().tryEmitEmpty();
        assertThat(one).isCompleted();
    }

    @Test
    void whatComesMeanwhileGoesTogether() {
        write("one");
        CompletableFuture<Void> two = write("two");
        CompletableFuture<Void> three = write("three");
        assertThat(sent).hasSize(1);
        answers.getFirst().tryEmitEmpty();
        assertThat(sent).containsExactly(List.of("one"), List.of("two", "three"));
        answers.getLast().tryEmitEmpty();
        assertThat(two).isCompleted();
        assertThat(three).isCompleted();
    }

    @Test
    void equalItemsAreWrittenEach() {
        write("one");
        write("same");
        write("same");
        answers.getFirst().tryEmitEmpty();
        assertThat(sent.getLast()).containsExactly("same", "same");
    }

    @Test
    void ofManySomeAreRefusedAndTheOthersNot() {
        write("one");
        CompletableFuture<Void> there = write("there already");
        CompletableFuture<Void> good = write("good");
        CompletableFuture<Void> odd = write("odd");
        answers.getFirst().tryEmitEmpty();
        answers.getLast().tryEmitError(refused(error(0, 11_000), error(2, 121)));
        assertThat(good).isCompleted();
        assertThatThrownBy(there::join).hasCauseInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(odd::join)
                .cause()
                .isInstanceOf(DataIntegrityViolationException.class)
                .isNotInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void aFaultIsEverybodysAndTheNextGoOn() {
        CompletableFuture<Void> one = write("one");
        CompletableFuture<Void> two = write("two");
        answers.getFirst().tryEmitError(new MongoAway());
        assertThatThrownBy(one::join).hasCauseInstanceOf(MongoAway.class);
        answers.getLast().tryEmitEmpty();
        assertThat(two).isCompleted();
        CompletableFuture<Void> three = write("three");
        answers.getLast().tryEmitEmpty();
        assertThat(three).isCompleted();
    }

    @Test
    void whoGoesAwayBeforeItLeftTakesItBack() {
        write("one");
        Disposable gone = commit.write("gone").subscribe();
        CompletableFuture<Void> two = write("two");
        gone.dispose();
        answers.getFirst().tryEmitEmpty();
        assertThat(sent.getLast()).containsExactly("two");
        answers.getLast().tryEmitEmpty();
        assertThat(two).isCompleted();
    }

    @Test
    void whoGoesAwayAfterItLeftDoesNotStopTheOthers() {
        Disposable gone = commit.write("gone").subscribe();
        CompletableFuture<Void> two = write("two");
        gone.dispose();
        answers.getFirst().tryEmitEmpty();
        answers.getLast().tryEmitEmpty();
        assertThat(two).isCompleted();
    }

    @Test
    void aCommandThatCannotEvenBeginIsAFaultToo() {
        GroupCommit<String> broken = new GroupCommit<>(items -> Mono.error(new IllegalStateException("no database")));
        assertThatThrownBy(() -> broken.write("one").block()).hasMessage("no database");
        assertThatThrownBy(() -> broken.write("two").block()).hasMessage("no database");
    }

    private static BulkWriteError error(int place, int code) {
        return new BulkWriteError(code, "refused", new BsonDocument(), place);
    }

    private static MongoBulkWriteException refused(BulkWriteError... errors) {
        return new MongoBulkWriteException(
                BulkWriteResult.unacknowledged(), List.of(errors), null, new ServerAddress(), Set.of());
    }
}
