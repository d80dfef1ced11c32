package hub.forum.meetings;

import hub.platform.mongo.Migration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import reactor.core.publisher.Flux;

@Configuration(proxyBeanMethods = false)
class MeetingMigrations {
    @Bean
    Migration meetingIndexes() {
        return new Migration("meetings-0001-indexes", mongo -> {
            var meetings = mongo.indexOps(MeetingStore.MEETINGS);
            var replies = mongo.indexOps(ReplyStore.REPLIES);
            return Flux.concat(
                            meetings.createIndex(new Index("group", Direction.ASC)
                                    .on("listed", Direction.ASC)
                                    .on("details.starts", Direction.ASC)
                                    .on("_id", Direction.ASC)),
                            meetings.createIndex(new Index("series.series", Direction.ASC)
                                    .on("series.planned", Direction.ASC)
                                    .sparse()),
                            replies.createIndex(new Index("meeting", Direction.ASC).on("ticket", Direction.ASC)),
                            replies.createIndex(new Index("account", Direction.ASC).on("until", Direction.ASC)))
                    .then();
        });
    }
}
