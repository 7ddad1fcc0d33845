package vn.chitieu.catalog.hadoop;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import vn.chitieu.catalog.hadoop.ObjectClient.Version;

/**
 * The right to replace an object, which its owner renews as long as it lives. Every change is a put on the condition
 * that the object is the one that was seen, so that the store decides who was first. Whoever has watched the object
 * stay as it is for a whole term takes it over; no clock is compared with another.
 *
 * <pre>
 * term 60 s, renewal 17 of 6f0e…     or   free
 * process 4711 on host a, nightly
 * </pre>
 */
final class ObjectLease implements Lease {

    /** How long an owner is silent before it is taken for dead, in seconds. */
    static final String TERM = "chitieu.lease.seconds";

    private static final int USUAL_SECONDS = 60;
    private static final int LEAST_SECONDS = 2;

    /** How often an owner is heard of in a term. */
    private static final int RENEWALS = 4;

    private static final String FREE = "free\n";

    private static final Logger LOG = LogManager.getLogger(ObjectLease.class);

    private final ObjectClient client;
    private final Path file;
    private final Duration term;
    private final UUID owner = UUID.randomUUID();
    private final Thread renewing;
    private String etag;
    private String words = "";
    private long renewal;
    private boolean isOpen = true;

    private ObjectLease(ObjectClient client, Path file, Duration term, String etag) {
        this.client = client;
        this.file = file;
        this.term = term;
        this.etag = etag;
        this.renewing = new Thread(this::renewAgainAndAgain, "lease-renewal");
        renewing.setDaemon(true);
    }

    /** Watches an object until its owner is seen to live, or was silent for a whole term. */
    static final class Watch implements Claim {

        private final ObjectClient client;
        private final Path file;
        private final Duration term;
        private Optional<Version> seen = Optional.empty();
        private int unchanged;
        private boolean isAlive;

        Watch(HadoopPath file) {
            this.client = file.hadoop().objects();
            this.file = file.toHadoop();
            this.term = term(file.hadoop().configuration());
        }

        private static Duration term(Configuration configuration) {
            return Duration.ofSeconds(Math.max(LEAST_SECONDS, configuration.getInt(TERM, USUAL_SECONDS)));
        }

        @Override
        public Optional<Lease> take() throws IOException {
            Optional<Version> found = client.read(file);
            if (found.isEmpty()) {
                client.put(file, FREE, Optional.empty());
                found = client.read(file);
            }
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Version now = found.get();
            String text = now.text();
            if (text.equals(FREE)) {
                return from(now);
            }
            boolean isSame =
                    seen.filter(before -> before.etag().equals(now.etag())).isPresent();
            if (!isSame) {
                isAlive = seen.isPresent();
                seen = found;
                unchanged = 0;
                return Optional.empty();
            }
            unchanged++; // counted, for no clock decides: between two questions lies at least a pause
            if (PAUSE.multipliedBy(unchanged).compareTo(termOf(text)) < 0) {
                return Optional.empty();
            }
            LOG.warn("{} was silent for {} and is taken over: {}", file, termOf(text), text.strip());
            return from(now);
        }

        /** Returns the longer of the term of whoever has it and the own. */
        private Duration termOf(String text) {
            String digits = text.replaceFirst("(?s)^term (\\d{1,6}) s.*", "$1");
            Duration theirs = digits.matches("\\d+") ? Duration.ofSeconds(Long.parseLong(digits)) : term;
            return theirs.compareTo(term) > 0 ? theirs : term;
        }

        private Optional<Lease> from(Version found) throws IOException {
            ObjectLease lease = new ObjectLease(client, file, term, found.etag());
            try {
                lease.renew();
            } catch (LostException anotherWasFirst) {
                seen = Optional.empty();
                isAlive = true;
                return Optional.empty();
            }
            lease.renewing.start();
            return Optional.of(lease);
        }

        @Override
        public boolean isUndecided() {
            return !isAlive;
        }
    }

    @Override
    public synchronized void say(String owner) throws IOException {
        words = owner;
        renew();
    }

    /** Renews it: only the store knows who has it. */
    @Override
    public synchronized void requireHeld() throws IOException {
        renew();
    }

    private synchronized void renew() throws IOException {
        renewal++;
        String text = "term " + term.toSeconds() + " s, renewal " + renewal + " of " + owner + "\n" + words + "\n";
        etag = put(text)
                .orElseThrow(() -> new LostException("Expecting " + file
                        + " as this process left it but another process took it over: " + ownerNow()));
    }

    private Optional<String> put(String text) throws IOException {
        return client.put(file, text, Optional.of(etag));
    }

    private String ownerNow() {
        try {
            return client.read(file)
                    .map(Version::text)
                    .map(text -> String.join(", ", List.of(text.strip().split("\n"))))
                    .orElse("it is gone");
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** What cannot be renewed is told by the next question of who works under it. */
    private void renewAgainAndAgain() {
        while (true) {
            try {
                Thread.sleep(term.toMillis() / RENEWALS);
                synchronized (this) {
                    if (!isOpen) {
                        return;
                    }
                    renew();
                }
            } catch (LostException e) {
                LOG.error("{}", e.getMessage());
                return;
            } catch (IOException e) {
                LOG.warn("not renewed, and tried again: {}", e.toString());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public synchronized boolean isOpen() {
        return isOpen;
    }

    /** Gives it back; what another took over is left alone. */
    @Override
    public void close() throws IOException {
        synchronized (this) {
            if (!isOpen) {
                return;
            }
            isOpen = false;
            renewing.interrupt();
            put(FREE);
        }
    }
}
