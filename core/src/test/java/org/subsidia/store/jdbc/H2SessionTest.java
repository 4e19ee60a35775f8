package org.subsidia.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2SessionTest extends DatabaseSessionContract {
    @TempDir
    Path folder;

    @Override
    protected DatabaseAddress address(String portfolio) {
        return H2.address(folder, portfolio);
    }

    @Test
    void open_fileThatIsNotThere_makesNone() {
        assertThat(codes(H2.address(folder.resolve("none"), "p"))).containsExactly("STORE-DB-ABSENT");
        assertThat(folder.resolve("none")).doesNotExist();
    }
}
