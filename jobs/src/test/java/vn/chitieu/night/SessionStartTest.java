package vn.chitieu.night;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.chitieu.catalog.run.WorkFolder;

class SessionStartTest {

    /** As Hadoop does under an account without a name, through Scala, which declares no exception. */
    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whateverKeepsASessionFromOpeningIsHandedOnAndNeverWaitedForWithoutEnd() throws IOException {
        try (WorkFolder work = WorkFolder.temporary();
                SessionStart start = new SessionStart(work, folder -> {
                    throw undeclared(new IOException("Invalid UID, could not determine effective user"));
                })) {
            assertThatThrownBy(start::session)
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOf(IOException.class)
                    .hasMessage("Invalid UID, could not determine effective user");
        }
    }

    @SuppressWarnings("unchecked") // throws a checked exception where none is declared
    private static <E extends Throwable> RuntimeException undeclared(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
