package vn.chitieu.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.chitieu.catalog.DataException;
import vn.chitieu.cli.console.ConfigurationException;
import vn.chitieu.cli.console.DataFolders;
import vn.chitieu.cli.console.ExitCode;
import vn.chitieu.cli.console.Terminal;
import vn.chitieu.night.BulkStore;
import vn.chitieu.night.OfficeForms;
import vn.chitieu.night.RunClock;
import vn.chitieu.notebook.text.NumberFormats;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.form.Form;
import vn.chitieu.observation.form.FormCatalogue;
import vn.chitieu.observation.form.FormDay;
import vn.chitieu.observation.ingest.FileCount;
import vn.chitieu.observation.ingest.Ingest;
import vn.chitieu.observation.ingest.IngestResult;
import vn.chitieu.observation.ingest.RefusedDelivery;
import vn.chitieu.observation.plausibility.Comparison;
import vn.chitieu.programme.Programme;
import vn.chitieu.programme.ProgrammeFile;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.source.delivery.Deliveries;
import vn.chitieu.source.delivery.DeliveryReceipt;
import vn.chitieu.source.delivery.DeliveryRegistry;
import vn.chitieu.source.delivery.DeliveryTerms;
import vn.chitieu.source.delivery.IntakeBound;
import vn.chitieu.source.delivery.RegisteredDelivery;
import vn.chitieu.source.delivery.Registration;
import vn.chitieu.source.layout.LayoutCatalogue;
import vn.chitieu.source.table.FileFormat;
import vn.chitieu.text.PrintedNumber;
import vn.chitieu.text.Texts;

/** Receives files and tells their senders what became of them. */
final class Reception {

    private static final String INBOX = "inbox";

    /** A form has some hundred figures, and a sender is to see each; a file of the wrong kind has 100,000 rows. */
    private static final int MOST_ROWS = 500;

    private static final int DEEPEST = 6;

    private static final Set<String> SYSTEM_FILES = Set.of("thumbs.db", "desktop.ini");
    private static final List<String> HALF_COPIED = List.of(".part", ".partial", ".crdownload", ".tmp");

    private final Terminal terminal;
    private final Texts messages;
    private final DataFolders folders;
    private final Path datasets;
    private final DeliveryRegistry registry;
    private final BulkStore bulk;
    private final Optional<String> form;
    private final Optional<String> sender;
    private final Optional<LocalDate> published;
    private final Codelists codelists;
    private final FormCatalogue forms;
    private final LayoutCatalogue layouts;
    private final List<Programme> programmes;

    Reception(
            Terminal terminal,
            Texts messages,
            DataFolders folders,
            Optional<String> form,
            Optional<String> sender,
            Optional<LocalDate> published)
            throws IOException {
        this.terminal = terminal;
        this.messages = messages;
        this.folders = folders;
        this.datasets = folders.datasets();
        this.registry = DeliveryRegistry.of(folders.warehouse());
        this.bulk = BulkStore.of(folders.warehouse(), datasets);
        this.form = form;
        this.sender = sender;
        this.published = published;
        this.codelists = Codelists.read(datasets);
        this.forms = OfficeForms.read(datasets, codelists);
        this.layouts = LayoutCatalogue.read(datasets);
        this.programmes = ProgrammeFile.readAll(datasets.resolve("programme"), codelists.reportingYears());
    }

    /** Receives named files and returns the exit code. */
    int receive(List<Path> files) throws IOException {
        Set<String> sums = new HashSet<>();
        for (Path file : files) {
            sums.addAll(register(file));
        }
        return report(sums, false);
    }

    /**
     * Receives a file with figures that a person confirms though they are unusual, and returns the exit code.
     *
     * @param places cells, lines, or series and period, as the messages name them
     * @throws ConfigurationException if one of them is not held back as unusual; nothing is confirmed then
     */
    int confirm(Path file, SortedSet<String> places, String reason) throws IOException {
        DeliveryReceipt receipt = registry.register(file, terms(file), RunClock.now(), this::judge)
                .receipt();
        Set<String> heldBack = heldBack(registry.id(receipt));
        heldBack.addAll(receipt.terms().confirmed().keySet());
        if (!heldBack.containsAll(places)) {
            throw new ConfigurationException(messages.text(
                    "error.confirm_cells",
                    receipt.fileName(),
                    heldBack.isEmpty() ? "-" : String.join(", ", heldBack),
                    String.join(", ", places)));
        }
        DeliveryTerms terms = new DeliveryTerms(
                receipt.terms().formCode(),
                receipt.terms().sender(),
                Optional.of(receipt.publishedOrReceived()),
                receipt.terms().confirmed());
        DeliveryTerms confirming;
        try {
            confirming = terms.confirming(places, reason);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()), e);
        }
        registry.register(file, confirming, RunClock.now());
        terminal.out()
                .println(messages.text("ingest.confirmed", receipt.fileName(), String.join(", ", places), reason));
        return report(Set.of(receipt.sha256()), false);
    }

    /** Returns the places in a registered file whose figures are held back because they are unusual. */
    private SortedSet<String> heldBack(String deliveryId) {
        return Ingest.read(Deliveries.of(datasets, registry), codelists, forms, bulk).quarantined().stream()
                .filter(row -> row.place().deliveryId().equals(deliveryId) && isUnusual(row))
                .map(row -> row.place().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns whether a person can confirm what is held back. */
    private static boolean isUnusual(QuarantinedRow row) {
        return Arrays.stream(Comparison.values()).map(Comparison::code).anyMatch(row.ruleCode()::equals);
    }

    /** Receives every file of the inbox that is not registered yet and returns the exit code. */
    int receiveInbox() throws IOException {
        Path inbox = datasets.resolve(INBOX);
        Set<String> sums = new HashSet<>();
        boolean isSomeUnusable = registerInbox(inbox, sums);
        if (sums.isEmpty() && !isSomeUnusable) {
            terminal.out().println(messages.text("ingest.inbox_empty", inbox));
        }
        return report(sums, isSomeUnusable);
    }

    /**
     * Registers what is new in the inbox, for a night that says what became of it, and returns whether all could be.
     */
    boolean registerInbox() throws IOException {
        return !registerInbox(datasets.resolve(INBOX), new HashSet<>());
    }

    private boolean registerInbox(Path inbox, Set<String> sums) throws IOException {
        boolean isSomeUnusable = false;
        for (Path file : inboxFiles(inbox)) {
            if (isLeftByAnOffice(file)) {
                terminal.err().println(messages.text("ingest.skipped", file.getFileName()));
                continue;
            }
            try {
                sums.addAll(register(file));
            } catch (DataException e) {
                terminal.err().println(messages.text("ingest.unusable", e.message(messages.language())));
                isSomeUnusable = true;
            } catch (ConfigurationException e) {
                terminal.err().println(messages.text("ingest.unusable", String.valueOf(e.getMessage())));
                isSomeUnusable = true;
            }
        }
        return isSomeUnusable;
    }

    /**
     * Takes a received file out of use, or back, and returns the exit code.
     *
     * @param reason why it is not to be used; empty to use it again
     */
    int withdraw(String deliveryId, Optional<String> reason) throws IOException {
        boolean isChanged = registry.withdraw(deliveryId, reason);
        String key = reason.isPresent() ? "ingest.withdrawn" : "ingest.restored";
        terminal.out()
                .println(messages.text(
                        isChanged ? key : "ingest.withdrawn_before", deliveryId, reason.orElse(""), folders.again()));
        return ExitCode.OK;
    }

    /**
     * Refuses what no night could bear, before it is registered.
     *
     * @throws DataException if so
     */
    private void judge(RegisteredDelivery candidate) {
        registry.requireRoom(IntakeBound.ofThisProcess(), candidate);
        IngestResult alone =
                Ingest.read(new Deliveries(List.of(), List.of(candidate), Map.of()), codelists, forms, bulk);
        alone.requireBearable(candidate.id());
    }

    /** Returns the sum of a file that was not registered before, or nothing. */
    private Set<String> register(Path file) throws IOException {
        Registration registration = registry.register(file, terms(file), RunClock.now(), this::judge);
        if (registration.isNew()) {
            return Set.of(registration.receipt().sha256());
        }
        Optional<String> withdrawn = registration.receipt().withdrawn();
        if (withdrawn.isPresent()) {
            terminal.out()
                    .println(messages.text(
                            "ingest.is_withdrawn",
                            registration.receipt().fileName(),
                            registry.id(registration.receipt()),
                            withdrawn.get(),
                            folders.again()));
            return Set.of();
        }
        terminal.out()
                .println(messages.text(
                        registration.isMended() ? "ingest.mended" : "ingest.same",
                        registration.receipt().fileName(),
                        registry.id(registration.receipt())));
        return Set.of();
    }

    /** Says what became of the figures of newly registered files. */
    private int report(Set<String> sums, boolean isSomeUnusable) {
        if (sums.isEmpty()) {
            return isSomeUnusable ? ExitCode.NOTHING_USABLE : ExitCode.OK;
        }
        Deliveries deliveries = Deliveries.of(datasets, registry);
        IngestResult ingest = Ingest.read(deliveries, codelists, forms, bulk);
        int readable = 0;
        int leftAside = 0;
        boolean isSomeHeldBack = isSomeUnusable;
        for (RegisteredDelivery delivery : deliveries.files()) {
            if (sums.contains(delivery.receipt().sha256())) {
                boolean isUsed = report(delivery, ingest);
                readable += isUsed ? 1 : 0;
                leftAside += isUsed && isLeftAside(delivery, ingest) ? 1 : 0;
                isSomeHeldBack |= !isUsed
                        || ingest.quarantined().stream()
                                .anyMatch(row -> row.place().deliveryId().equals(delivery.id()));
            }
        }
        if (readable == 0) {
            return ExitCode.NOTHING_USABLE;
        }
        if (leftAside < readable) {
            terminal.out().println(messages.text("ingest.next", folders.again()));
        }
        return isSomeHeldBack ? ExitCode.PUBLISHED_WITH_REFUSALS : ExitCode.OK;
    }

    private boolean report(RegisteredDelivery delivery, IngestResult ingest) {
        List<QuarantinedRow> heldBack = ingest.quarantined().stream()
                .filter(row -> row.place().deliveryId().equals(delivery.id()))
                .toList();
        heldBack.stream().limit(MOST_ROWS).forEach(row -> terminal.err()
                .println(messages.text("nightly.quarantined", row.message().in(messages.language()))));
        if (heldBack.size() > MOST_ROWS) {
            terminal.err().println(messages.text("ingest.quarantined_more", heldBack.size() - MOST_ROWS));
        }
        List<Finding> notes = ingest.formNotes().stream()
                .filter(note -> note.subject().startsWith(delivery.id() + " "))
                .toList();
        notes.stream().limit(MOST_ROWS).forEach(note -> terminal.err()
                .println(messages.text("ingest.note", note.message().in(messages.language()))));
        if (notes.size() > MOST_ROWS) {
            terminal.err().println(messages.text("ingest.notes_more", notes.size() - MOST_ROWS));
        }
        for (RefusedDelivery refused : ingest.refused()) {
            if (refused.id().equals(delivery.id())) {
                terminal.err()
                        .println(messages.text(
                                "ingest.refused", refused.message().in(messages.language())));
                return false;
            }
        }
        terminal.out()
                .println(messages.text("ingest.registered", delivery.receipt().fileName(), delivery.id()));
        for (FileCount count : ingest.files()) {
            if (count.deliveryId().equals(delivery.id())) {
                terminal.out()
                        .println(messages.text(
                                "nightly.delivery",
                                count.deliveryId() + "/" + count.file(),
                                count.delivered(),
                                count.accepted(),
                                count.quarantined(),
                                count.plan(),
                                count.missing(),
                                count.deletions()));
            }
        }
        if (ingest.isLate(delivery.id())) {
            terminal.out()
                    .println(messages.text("ingest.late", delivery.receipt().fileName()));
        }
        return true;
    }

    /** Says so where no night will use a figure of a delivery, and returns whether that is so. */
    private boolean isLeftAside(RegisteredDelivery delivery, IngestResult ingest) {
        if (!ingest.isSomeUsed(delivery.id())) {
            List<QuarantinedRow> heldBack = ingest.quarantined().stream()
                    .filter(row -> row.place().deliveryId().equals(delivery.id()))
                    .toList();
            boolean isToConfirm = heldBack.stream().anyMatch(Reception::isUnusual)
                    || forms.form(delivery.receipt().terms().formCode()).isPresent();
            String key = heldBack.isEmpty()
                    ? "ingest.nothing_told"
                    : isToConfirm ? "ingest.all_held_back" : "ingest.all_wrong";
            terminal.out().println(messages.text(key, delivery.receipt().fileName(), delivery.id(), folders.again()));
            return true;
        }
        return isAfterClosing(delivery) || isOutranked(delivery, ingest);
    }

    /** Says so where an earlier figure of the same day stands, and returns whether one does for every figure. */
    private boolean isOutranked(RegisteredDelivery delivery, IngestResult ingest) {
        List<IngestResult.Outranked> outranked = ingest.outranked(delivery.id());
        if (outranked.isEmpty()) {
            return false;
        }
        Observation figure = outranked.get(0).figure();
        Observation standing = outranked.get(0).standing();
        NumberFormats numbers = NumberFormats.of(messages.language());
        long all = ingest.observations().ofDelivery(delivery.id()).size();
        terminal.out()
                .println(messages.text(
                        "ingest.outranked",
                        delivery.receipt().fileName(),
                        outranked.size(),
                        all,
                        codelists.indicator(figure.key().indicatorCode()).name().in(messages.language()),
                        figure.key(),
                        PrintedNumber.exact(standing.value()).in(messages.language()),
                        status(standing),
                        standing.deliveryId(),
                        PrintedNumber.exact(figure.value()).in(messages.language()),
                        status(figure),
                        numbers.date(standing.sourceDate())));
        return outranked.size() == all;
    }

    private String status(Observation figure) {
        return Objects.requireNonNull(codelists.statuses().get(figure.status().code()))
                .name()
                .in(messages.language());
    }

    /** Says so where the programme that a form serves was closed before its figures count as known. */
    private boolean isAfterClosing(RegisteredDelivery delivery) {
        Optional<Form> served = forms.form(delivery.receipt().terms().formCode());
        LocalDate known = delivery.receipt().publishedOrReceived();
        Optional<Programme> closed = served.flatMap(of -> programmes.stream()
                .filter(programme -> programme.programmeId().equals(of.programmeId()))
                .filter(programme -> programme.evaluatedOn(known).isBefore(known))
                .findFirst());
        if (served.isEmpty() || closed.isEmpty()) {
            return false;
        }
        NumberFormats numbers = NumberFormats.of(messages.language());
        terminal.out()
                .println(messages.text(
                        "ingest.after_closing",
                        closed.get().programmeId(),
                        numbers.date(closed.get().evaluatedOn(known)),
                        numbers.date(known),
                        served.get().head().day()));
        return true;
    }

    private DeliveryTerms terms(Path file) {
        String code = form.or(() -> formOf(file))
                .orElseThrow(() -> new ConfigurationException(
                        messages.text("error.no_form", file.getFileName(), String.join(", ", knownForms()))));
        if (!knownForms().contains(code)) {
            throw new ConfigurationException(
                    messages.text("error.unknown_form", code, String.join(", ", knownForms())));
        }
        String from = sender.or(
                        () -> forms.form(code).map(known -> known.department().vi()))
                .orElseThrow(() -> new ConfigurationException(messages.text("error.no_sender", code)));
        try {
            return new DeliveryTerms(
                    code, from, published.or(() -> forms.form(code).flatMap(known -> FormDay.of(known, file))));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()), e);
        }
    }

    private List<String> knownForms() {
        List<String> codes =
                new ArrayList<>(List.of(DeliveryTerms.TIDY, FileFormat.SDMX_CSV.code(), FileFormat.SDMX_ML.code()));
        codes.addAll(forms.forms().keySet());
        codes.addAll(layouts.layouts().keySet());
        return codes;
    }

    /**
     * In the inbox a folder above the file names the form, the nearest first, or the file before its first underscore.
     */
    private Optional<String> formOf(Path file) {
        String name = String.valueOf(file.getFileName());
        String start = name.contains("_") ? name.substring(0, name.indexOf('_')) : "";
        List<String> names = new ArrayList<>();
        Path inbox = datasets.resolve(INBOX).toAbsolutePath();
        Path folder = file.toAbsolutePath().getParent();
        do {
            names.add(folder == null ? "" : String.valueOf(folder.getFileName()));
            folder = folder == null ? null : folder.getParent();
        } while (folder != null && folder.startsWith(inbox) && !folder.equals(inbox));
        names.add(start);
        return names.stream().filter(knownForms()::contains).findFirst();
    }

    /** Returns whether anything lies in the inbox of a data folder. */
    static boolean isAnythingIn(Path datasets) throws IOException {
        return !inboxFiles(datasets.resolve(INBOX)).isEmpty();
    }

    private static List<Path> inboxFiles(Path inbox) throws IOException {
        if (!Files.isDirectory(inbox)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        Map<Path, FileTime> saved = new HashMap<>();
        try (Stream<Path> entries = Files.walk(inbox, DEEPEST)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    files.add(entry);
                    saved.put(entry, Files.getLastModifiedTime(entry, LinkOption.NOFOLLOW_LINKS));
                }
            }
        }
        // Of two files of one form and period the one saved later is the correction, whatever they are called.
        files.sort(Comparator.comparing((Path file) -> Objects.requireNonNull(saved.get(file)))
                .thenComparing(Comparator.naturalOrder()));
        return files;
    }

    /** Returns whether an office or another program left the file there, or it is hidden or half copied. */
    private static boolean isLeftByAnOffice(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.startsWith("~$")
                || name.startsWith(".")
                || SYSTEM_FILES.contains(name)
                || HALF_COPIED.stream().anyMatch(name::endsWith);
    }
}
