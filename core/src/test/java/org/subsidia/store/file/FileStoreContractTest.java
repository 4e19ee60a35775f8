package org.subsidia.store.file;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.store.PortfolioStore;
import org.subsidia.store.StoreContract;

class FileStoreContractTest extends StoreContract {
    @TempDir
    Path folder;

    private Path file(String name) {
        return folder.resolve(name + ".subsidia");
    }

    @Override
    protected PortfolioStore store(String name) {
        return FileStore.at(file(name));
    }

    @Override
    protected Editing editing(String name) {
        FileSession session = FileSession.create(file(name), Portfolio.empty(), SessionOptions.by("Anne"))
                .get();
        return new Editing() {
            @Override
            public Portfolio apply(Edit edit) {
                return session.apply(edit, null).get();
            }

            @Override
            public Portfolio kept() {
                session.save().get();
                return FileStore.at(file(name)).open().get();
            }

            @Override
            public void close() {
                session.close();
            }
        };
    }
}
