package hub.platform.files;

import hub.platform.requests.TemporaryFiles;
import java.nio.file.Path;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Has the scanner look at a file that is stored. */
@Component
class StoredFileScan {
    private final FileStore store;
    private final FileBytesStore bytes;
    private final Intake intake;
    private final TemporaryFiles temporary;

    StoredFileScan(FileStore store, FileBytesStore bytes, Intake intake, TemporaryFiles temporary) {
        this.store = store;
        this.bytes = bytes;
        this.intake = intake;
        this.temporary = temporary;
    }

    /** The file as it is then; empty if it was taken away meanwhile. */
    Mono<StoredFile> of(StoredFile file) {
        return Mono.usingWhen(
                Mono.fromSupplier(temporary::fresh),
                copy -> of(file, copy),
                copy -> Mono.<Void>fromRunnable(() -> TemporaryFiles.discard(copy))
                        .subscribeOn(Schedulers.boundedElastic()));
    }

    private Mono<StoredFile> of(StoredFile file, Path copy) {
        return DataBufferUtils.write(
                        bytes.read(file.id(), 0, file.size()).map(DefaultDataBufferFactory.sharedInstance::wrap), copy)
                .then(Mono.defer(() -> intake.scan(copy)))
                .flatMap(state -> store.scanned(file.id(), state));
    }
}
