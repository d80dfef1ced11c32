package hub.forum.meetings.register;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import hub.platform.mongo.Collections;
import hub.platform.mongo.Documents;
import hub.platform.mongo.Migration;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The only place that touches {@code meeting_registers}. */
@Component
class RegisterStore {
    private static final String REGISTERS = "meeting_registers";

    /** A meeting on each day of a year. */
    private static final int MOST = 400;

    private final Documents<Register> registers;

    RegisterStore(Collections collections) {
        this.registers = collections.of(REGISTERS, Register.class);
    }

    Mono<Register> find(String meeting) {
        return registers.find(meeting);
    }

    /** Of a group, from a moment on, in the order of the meetings. */
    Flux<Register> since(String group, Instant from) {
        return registers.list(Query.query(where("group").is(group).and("starts").gte(from))
                .with(Sort.by("starts"))
                .limit(MOST));
    }

    Mono<Register> put(Register register) {
        return registers.put(register);
    }

    @Configuration(proxyBeanMethods = false)
    static class Migrations {
        @Bean
        Migration registerIndexes() {
            return new Migration(
                    "meetings-0002-registers",
                    mongo -> mongo.indexOps(REGISTERS)
                            .createIndex(new Index("group", Direction.ASC).on("starts", Direction.ASC))
                            .then());
        }
    }
}
