package vn.chitieu.observation.ingest;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.chitieu.catalog.DataException;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.UnitAssessment;
import vn.chitieu.observation.UnitEstimate;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.codelist.Codelists;
import vn.chitieu.observation.figures.Figures;
import vn.chitieu.observation.form.Form;
import vn.chitieu.observation.form.FormCatalogue;
import vn.chitieu.observation.form.FormContent;
import vn.chitieu.observation.form.FormReader;
import vn.chitieu.observation.form.FormReview;
import vn.chitieu.source.QuarantinedRow;
import vn.chitieu.source.delivery.DeliveredFile;
import vn.chitieu.source.delivery.Deliveries;
import vn.chitieu.source.delivery.Delivery;
import vn.chitieu.source.delivery.DeliveryFolder;
import vn.chitieu.source.delivery.DeliveryReceipt;
import vn.chitieu.source.delivery.RegisteredDelivery;
import vn.chitieu.source.delivery.SourceList;
import vn.chitieu.source.delivery.SourcePage;
import vn.chitieu.source.layout.LayoutCatalogue;
import vn.chitieu.source.layout.LayoutReader;
import vn.chitieu.source.layout.WorkbookLayout;
import vn.chitieu.source.table.Declaration;
import vn.chitieu.source.table.DeclaredColumns;
import vn.chitieu.source.table.SourceRow;
import vn.chitieu.source.table.SourceRows;
import vn.chitieu.source.table.TableReader;
import vn.chitieu.text.LocalizedText;
import vn.chitieu.text.Words;

/** Reads every delivery: figures that pass validation, and what was quarantined or refused and why. */
public final class Ingest {

    private static final Words WORDS = Words.of("observation");

    /** What the source of a figure of a received workbook begins with, before the code of its layout. */
    private static final String LAYOUT_SOURCE = "layout:";

    private static final Comparator<QuarantinedRow> BY_PLACE = Comparator.comparing(
                    (QuarantinedRow row) -> row.place().deliveryId())
            .thenComparing(row -> row.place().file())
            .thenComparingInt(row -> row.place().line())
            .thenComparing(QuarantinedRow::ruleCode)
            .thenComparing(row -> row.place().cell())
            .thenComparing(QuarantinedRow::rowText)
            .thenComparing(QuarantinedRow::found);

    private final Codelists codelists;
    private final FormCatalogue forms;
    private final BulkFigures bulk;
    private final List<UnitEstimate> estimates = new ArrayList<>();
    private final List<UnitAssessment> assessments = new ArrayList<>();
    private final List<Finding> notes = new ArrayList<>();
    private final List<DeliveredFigure> figures = new ArrayList<>();
    private final Map<String, List<Observation>> knownByArea = new HashMap<>();
    private final List<BulkFigures.Judged> bulkRows = new ArrayList<>();
    private Figures bulkOutcomes = Figures.NONE;
    private final List<QuarantinedRow> quarantined = new ArrayList<>();
    private final List<FileCount> files = new ArrayList<>();
    private final List<RefusedDelivery> refused = new ArrayList<>();
    private final List<Deletion> deletions = new ArrayList<>();
    private final Map<String, Map<String, Tally>> talliesByDelivery = new TreeMap<>();
    private final Map<String, Content> contentById = new TreeMap<>();
    private final Set<String> unlisted = new TreeSet<>();
    private final Map<List<String>, String> structures = new HashMap<>();

    private Ingest(Codelists codelists, FormCatalogue forms, BulkFigures bulk) {
        this.codelists = codelists;
        this.forms = forms;
        this.bulk = bulk;
    }

    /**
     * Returns all that the deliveries of a folder hold.
     *
     * <p>A delivery with a file that is not the one described, or with another header, is refused whole and the others
     * are read. A file with the bytes of an earlier delivery is not read again. Rows with the same key, status, date
     * and source in one delivery count once if their values are equal, and not at all if they differ. A source that the
     * delivery does not list is looked up in the other deliveries, and has the least trust if none lists it.
     *
     * @param datasets the folder that holds {@code source}
     * @throws DataException if there is no folder of deliveries
     */
    public static IngestResult read(Path datasets, Codelists codelists) {
        return read(DeliveryFolder.list(datasets), codelists, LayoutCatalogue.read(datasets));
    }

    /** Returns all that some folders hold, none of them a workbook, whatever their order in the list. */
    public static IngestResult read(List<Delivery> folders, Codelists codelists) {
        return read(folders, codelists, LayoutCatalogue.NONE);
    }

    /** Returns all that some folders hold, whatever their order in the list. */
    public static IngestResult read(List<Delivery> folders, Codelists codelists, LayoutCatalogue layouts) {
        return read(Deliveries.ofFolders(folders, layouts), codelists, FormCatalogue.NONE, BulkFigures.NONE);
    }

    /**
     * Returns all that folders and received files hold, whatever their order in the lists. Where a folder is refused
     * and a copy of it was kept, the copy is used.
     *
     * @param forms by which received workbooks are read
     * @param bulk what became of the rows of bulk deliveries
     */
    public static IngestResult read(Deliveries deliveries, Codelists codelists, FormCatalogue forms, BulkFigures bulk) {
        return new Ingest(codelists, forms, bulk).readAll(deliveries);
    }

    private IngestResult readAll(Deliveries deliveries) {
        List<Content> contents = new ArrayList<>();
        for (Delivery folder : deliveries.folders()) {
            Optional<Delivery> kept = Optional.ofNullable(deliveries.kept().get(folder.id()));
            content(folder, kept, deliveries.layouts()).ifPresent(contents::add);
        }
        List<RegisteredDelivery> filledForms = new ArrayList<>();
        List<RegisteredDelivery> bulkFiles = new ArrayList<>();
        for (RegisteredDelivery file : deliveries.files()) {
            if (file.receipt().terms().isBulk()) {
                bulkFiles.add(file);
                continue;
            }
            if (forms.form(file.receipt().terms().formCode()).isPresent()) {
                filledForms.add(file);
                continue;
            }
            try {
                contents.add(withinMemory(file.id(), () -> Content.of(file, deliveries.layouts())));
            } catch (DataException e) {
                refuse(file.id(), e, false);
            }
        }
        contents.sort(Comparator.comparing(Content::id));
        Map<String, SourcePage> allPages = new TreeMap<>();
        contents.forEach(content -> content.pages().forEach(allPages::putIfAbsent));
        Map<String, String> deliveryBySha256 = new HashMap<>();
        for (Content content : contents) {
            Map<String, SourcePage> pages = new HashMap<>(allPages);
            pages.putAll(content.pages());
            acceptWithinMemory(content, pages, deliveryBySha256);
        }
        bulkFiles.forEach(file -> accept(file, allPages.keySet()));
        bulkOutcomes = Figures.together(
                bulkRows.stream().map(BulkFigures.Judged::outcomes).toList());
        List<RegisteredDelivery> tables = deliveries.files().stream()
                .filter(file -> talliesByDelivery.containsKey(file.id()))
                .filter(file -> !file.receipt().terms().isBulk())
                .toList();
        if (!filledForms.isEmpty() || !tables.isEmpty()) {
            review(filledForms, tables);
        }
        return result();
    }

    /** Takes the rows of a bulk delivery as they were judged when it was received. */
    private void accept(RegisteredDelivery delivery, Set<String> listed) {
        try {
            BulkFigures.Judged judged = withinMemory(delivery.id(), () -> bulk.of(delivery));
            bulkRows.add(judged);
            Stream.concat(judged.outcomes().stream(), judged.plans().stream())
                    .map(Observation::sourceUrl)
                    .filter(url -> !listed.contains(url))
                    .forEach(unlisted::add);
            Tally tally = new Tally(delivery.receipt().sha256());
            judged.quarantined().forEach(row -> quarantine(row, tally));
            tally.accepted = judged.outcomes().size();
            tally.plans = judged.plans().size();
            talliesByDelivery.put(delivery.id(), Map.of(delivery.receipt().fileName(), tally));
            contentById.put(delivery.id(), Content.ofForm(delivery));
        } catch (DataException e) {
            refuse(delivery.id(), e, false);
        }
    }

    /**
     * Takes the figures of a filled form that are plausible beside what the office had when it was received; what came
     * later never changes what became of it. Returns them; none if the form is refused.
     */
    private List<Observation> accept(RegisteredDelivery delivery) {
        Form form = forms.form(delivery.receipt().terms().formCode()).orElseThrow();
        try {
            FormContent content = withinMemory(delivery.id(), () -> new FormReview(codelists, forms.references())
                    .reviewed(
                            FormReader.read(form, codelists, delivery),
                            delivery,
                            knownOn(form.areaCode(), delivery.receipt().received())));
            FormFigures filled = new FormFigures(content, delivery, codelists);
            figures.addAll(filled.figures());
            content.estimates().forEach(estimate -> estimates.add(estimate.estimate()));
            assessments.addAll(content.assessments());
            notes.addAll(filled.notes());
            Tally tally = new Tally(delivery.receipt().sha256());
            content.quarantined().forEach(row -> quarantine(row, tally));
            tally.accepted = content.figures().size();
            talliesByDelivery.put(delivery.id(), Map.of(delivery.receipt().fileName(), tally));
            contentById.put(delivery.id(), Content.ofForm(delivery));
            return new PublicationDates(codelists).resolve(filled.figures(), Figures.NONE);
        } catch (DataException e) {
            refuse(delivery.id(), e, false);
            return List.of();
        }
    }

    /** The outcomes of a received table, as delivered and as observations, in the same order. */
    private record TableFigures(List<DeliveredFigure> delivered, List<Observation> observations) {

        TableFigures() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    /**
     * Takes received forms and tables in the order of their receipt: of each the figures that are plausible beside what
     * the office had before it.
     */
    private void review(List<RegisteredDelivery> filledForms, List<RegisteredDelivery> receivedTables) {
        Map<String, TableFigures> tables = new HashMap<>();
        receivedTables.forEach(table -> tables.put(table.id(), new TableFigures()));
        List<DeliveredFigure> outcomes =
                figures.stream().filter(figure -> !figure.isPlan()).toList();
        List<Observation> resolved = new PublicationDates(codelists).resolve(outcomes, bulkOutcomes);
        Set<String> areas = new TreeSet<>();
        for (int i = 0; i < resolved.size(); i++) {
            Observation figure = resolved.get(i);
            TableFigures table = tables.get(figure.deliveryId());
            if (table == null) {
                know(List.of(figure));
            } else {
                table.delivered().add(outcomes.get(i));
                table.observations().add(figure);
                areas.add(figure.key().areaCode());
            }
        }
        List<Observation> ofFolders = areas.stream()
                .flatMap(area -> known(area).stream())
                .sorted(Comparator.comparing(known -> content(known.deliveryId()), Content.BY_RECEIPT))
                .toList();
        TableReview review = new TableReview(codelists, forms.references());
        Set<DeliveredFigure> heldBack = Collections.newSetFromMap(new IdentityHashMap<>());
        int known = 0;
        for (RegisteredDelivery file : Stream.concat(filledForms.stream(), receivedTables.stream())
                .sorted(Comparator.comparing(
                                (RegisteredDelivery one) -> one.receipt().receivedAt())
                        .thenComparing(RegisteredDelivery::id))
                .toList()) {
            TableFigures table = tables.get(file.id());
            List<Observation> used;
            if (table == null) {
                used = accept(file);
            } else {
                while (known < ofFolders.size()
                        && content(ofFolders.get(known).deliveryId()).isBefore(content(file.id()))) {
                    review.know(ofFolders.get(known));
                    known++;
                }
                used = reviewed(table, file, review, heldBack);
            }
            know(used);
            used.forEach(review::know);
        }
        figures.removeIf(heldBack::contains);
    }

    /** Returns the figures of a table that are used, and sets the others aside. */
    private List<Observation> reviewed(
            TableFigures table, RegisteredDelivery file, TableReview review, Set<DeliveredFigure> heldBack) {
        TableReview.Reviewed reviewed = review.reviewed(table.delivered(), table.observations(), file.receipt());
        notes.addAll(reviewed.confirmed());
        List<Observation> used = new ArrayList<>();
        for (int i = 0; i < table.delivered().size(); i++) {
            QuarantinedRow row = reviewed.heldBack().get(i);
            if (row == null) {
                used.add(table.observations().get(i));
                continue;
            }
            heldBack.add(table.delivered().get(i));
            Tally tally = Objects.requireNonNull(Objects.requireNonNull(talliesByDelivery.get(file.id()))
                    .get(row.place().file()));
            tally.accepted--;
            quarantine(row, tally);
        }
        return used;
    }

    private Content content(String deliveryId) {
        return Objects.requireNonNull(contentById.get(deliveryId));
    }

    private void know(List<Observation> figures) {
        figures.forEach(figure -> knownByArea
                .computeIfAbsent(figure.key().areaCode(), area -> new ArrayList<>())
                .add(figure));
    }

    /** Returns the figures of an area delivered and published by a day and accepted so far, every vintage of each. */
    private List<Observation> knownOn(String areaCode, LocalDate day) {
        return Vintages.visible(
                known(areaCode).stream()
                        .filter(observation ->
                                !Delivery.dayOf(observation.deliveryId()).isAfter(day))
                        .toList(),
                day);
    }

    private List<Observation> known(String areaCode) {
        List<Observation> known = new ArrayList<>(knownByArea.getOrDefault(areaCode, List.of()));
        known.addAll(bulkOutcomes.of(areaCode));
        return known;
    }

    /** Returns what a folder holds, or else the copy that was kept of it. */
    private Optional<Content> content(Delivery folder, Optional<Delivery> kept, LayoutCatalogue layouts) {
        try {
            return Optional.of(withinMemory(folder.id(), () -> Content.of(folder, layouts)));
        } catch (DataException e) {
            Optional<Content> copy = kept.flatMap(delivery -> readable(delivery, layouts));
            refuse(folder.id(), e, copy.isPresent());
            return copy;
        }
    }

    /** Refuses one delivery that is too large for the memory, and lets go of what it has of it. */
    private static <T> T withinMemory(String deliveryId, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (OutOfMemoryError e) {
            throw new DataException(outOfMemory(deliveryId));
        }
    }

    /** Returns what is said of a delivery that the memory is not enough for. */
    static LocalizedText outOfMemory(String deliveryId) {
        return WORDS.text("delivery.memory", deliveryId, Runtime.getRuntime().maxMemory() >> 20);
    }

    private void acceptWithinMemory(
            Content content, Map<String, SourcePage> pages, Map<String, String> deliveryBySha256) {
        try {
            withinMemory(content.id(), () -> {
                accept(content, pages, deliveryBySha256);
                return content;
            });
        } catch (DataException e) {
            figures.removeIf(figure -> figure.place().deliveryId().equals(content.id()));
            deletions.removeIf(deletion -> deletion.deliveryId().equals(content.id()));
            files.removeIf(file -> file.deliveryId().equals(content.id()));
            quarantined.removeIf(row -> row.place().deliveryId().equals(content.id()));
            deliveryBySha256.values().removeIf(content.id()::equals);
            contentById.remove(content.id());
            talliesByDelivery.remove(content.id());
            refuse(content.id(), e, false);
        }
    }

    private static Optional<Content> readable(Delivery kept, LayoutCatalogue layouts) {
        try {
            return Optional.of(withinMemory(kept.id(), () -> Content.of(kept, layouts)));
        } catch (DataException e) {
            return Optional.empty(); // a spoilt copy is no copy: the refusal of the folder stands
        }
    }

    private void refuse(String id, DataException e, boolean isCopyUsed) {
        refused.add(new RefusedDelivery(id, e.text(), isCopyUsed));
    }

    private void accept(Content content, Map<String, SourcePage> pages, Map<String, String> deliveryBySha256) {
        Map<List<Object>, List<DeliveredFigure>> byKey = new LinkedHashMap<>();
        Map<String, Tally> tallies = new TreeMap<>();
        contentById.put(content.id(), content);
        for (Table table : content.tables()) {
            String file = table.file();
            String earlier = deliveryBySha256.putIfAbsent(table.sha256(), content.id());
            if (earlier != null) {
                files.add(new FileCount(content.id(), file, 0, 0, 0, 0, 0, 0, Optional.of(earlier), table.sha256()));
                continue;
            }
            Validation validation = new Validation(codelists, pages, table.declaration());
            Editions editions = new Editions(codelists);
            Tally tally = new Tally(table.sha256());
            tallies.put(file, tally);
            table.csv().quarantined().forEach(row -> quarantine(row, tally));
            table.csv().structure().ifPresent(id -> structures.put(List.of(content.id(), file), id));
            table.csv().notes().forEach(note -> notes.add(noteOf(content.id(), note)));
            for (SourceRow row : table.csv().rows()) {
                try {
                    if (validation.action(content.id(), row) == RowAction.DELETE) {
                        deletions.add(validation.deletion(content.id(), content.date(), row));
                        continue;
                    }
                    if (validation.isMissing(row)) {
                        tally.missing++;
                        continue;
                    }
                    DeliveredFigure figure = validation.figure(content.id(), content.date(), row);
                    if (validation.isEdition(row)) {
                        editions.take(figure);
                    }
                    byKey.computeIfAbsent(vintageKey(figure), key -> new ArrayList<>())
                            .add(figure);
                } catch (RefusedRowException e) {
                    quarantine(e.row(), tally);
                }
            }
            editions.backwards().ifPresent(said -> notes.add(noteOf(content.id(), said)));
        }
        byKey.values().forEach(same -> take(same, pages, tallies));
        talliesByDelivery.put(content.id(), tallies);
    }

    /**
     * Takes the figures of one key: one of them if they are equal; none if they differ, as nobody can say which is
     * right.
     */
    private void take(List<DeliveredFigure> same, Map<String, SourcePage> pages, Map<String, Tally> tallies) {
        DeliveredFigure first = same.get(0);
        Optional<DeliveredFigure> other = same.stream()
                .filter(figure -> figure.value().compareTo(first.value()) != 0)
                .findFirst();
        for (int i = 0; i < same.size(); i++) {
            DeliveredFigure figure = same.get(i);
            Tally tally = Objects.requireNonNull(tallies.get(figure.place().file()));
            if (other.isPresent()) {
                boolean isLikeFirst = figure.value().compareTo(first.value()) == 0;
                quarantine(Validation.repeated(figure, isLikeFirst ? other.get() : first), tally);
            } else if (i > 0) {
                quarantine(Validation.repeated(figure, first), tally);
            } else {
                figures.add(figure);
                tally.accepted += figure.isPlan() ? 0 : 1;
                tally.plans += figure.isPlan() ? 1 : 0;
                noteUnlisted(figure, pages);
            }
        }
    }

    private static Finding noteOf(String deliveryId, LocalizedText note) {
        return new Finding(
                Finding.Kind.VALIDATION, Finding.Severity.WARNING, "delivery_note", "", "", "", deliveryId, note);
    }

    private void quarantine(QuarantinedRow row, Tally tally) {
        quarantined.add(row);
        tally.refused++;
    }

    /** What became of the rows of a file so far. */
    private static final class Tally {
        private final String sha256;
        private int accepted;
        private int plans;
        private int missing;
        private int deletions;
        private int refused;

        Tally(String sha256) {
            this.sha256 = sha256;
        }

        FileCount count(String deliveryId, String file) {
            return new FileCount(
                    deliveryId,
                    file,
                    accepted + plans + missing + deletions + refused,
                    accepted,
                    plans,
                    missing,
                    deletions,
                    refused,
                    Optional.empty(),
                    sha256);
        }
    }

    private static List<Object> vintageKey(DeliveredFigure figure) {
        return List.of(figure.key(), figure.status(), figure.isPlan(), figure.printed(), figure.sourceUrl());
    }

    private void noteUnlisted(DeliveredFigure figure, Map<String, SourcePage> pages) {
        if (!pages.containsKey(figure.sourceUrl())) {
            unlisted.add(figure.sourceUrl());
        }
    }

    private IngestResult result() {
        List<Observation> resolved = new PublicationDates(codelists).resolve(figures, bulkOutcomes);
        List<Observation> outcomes = new ArrayList<>();
        List<Observation> plans = new ArrayList<>();
        for (int i = 0; i < resolved.size(); i++) {
            (figures.get(i).isPlan() ? plans : outcomes).add(resolved.get(i));
        }
        ClosableFigures observations = new ClosableFigures(bulkOutcomes.and(outcomes));
        Figures bulkPlans = Figures.together(
                bulkRows.stream().map(BulkFigures.Judged::plans).toList());
        ClosableFigures planFigures = new ClosableFigures(bulkPlans.and(plans));
        deletions.forEach(deletion -> close(deletion, observations, planFigures));
        talliesByDelivery.forEach(
                (deliveryId, tallies) -> tallies.forEach((file, tally) -> files.add(tally.count(deliveryId, file))));
        quarantined.sort(BY_PLACE);
        Map<String, Integer> withoutLine = new HashMap<>();
        quarantined.replaceAll(row -> row.place().isExact()
                ? row
                : row.numbered(withoutLine.merge(
                        row.place().deliveryId() + "/" + row.place().file(), -1, Integer::sum)));
        files.sort(Comparator.comparing(FileCount::deliveryId).thenComparing(FileCount::file));
        return new IngestResult(
                observations.figures(),
                planFigures.figures(),
                quarantined,
                refused,
                files,
                unlisted,
                estimates,
                assessments,
                notes);
    }

    private void close(Deletion deletion, ClosableFigures observations, ClosableFigures planFigures) {
        Content of = Objects.requireNonNull(contentById.get(deletion.deliveryId()));
        Predicate<Observation> isOfSender = vintage ->
                Objects.requireNonNull(contentById.get(vintage.deliveryId())).isEarlierOfSameSender(of);
        Predicate<Observation> isClosed =
                isOfSender.and(vintage -> deletion.covers(vintage, false, structureOf(vintage)));
        Predicate<Observation> isClosedPlan = isOfSender.and(plan -> deletion.covers(plan, true, structureOf(plan)));
        boolean closesOutcomes = observations.close(deletion, isClosed);
        boolean closesPlans = planFigures.close(deletion, isClosedPlan);
        Tally tally = Objects.requireNonNull(Objects.requireNonNull(talliesByDelivery.get(deletion.deliveryId()))
                .get(deletion.row().file()));
        if (closesOutcomes || closesPlans) {
            tally.deletions++;
        } else {
            quarantine(Validation.nothingToDelete(deletion), tally);
        }
    }

    private Optional<String> structureOf(Observation vintage) {
        return Optional.ofNullable(structures.get(List.of(vintage.deliveryId(), vintage.sourceFile())));
    }

    /** A table of figures, the sum of its bytes, how it is written and its rows. */
    private record Table(String file, String sha256, Declaration declaration, SourceRows csv) {}

    /**
     * A delivery that was read in full, each file as described.
     *
     * @param receivedAt when it was received on its day; of a folder, of which only the day is known, before all others
     */
    private record Content(
            String id,
            LocalDate date,
            Instant receivedAt,
            String sender,
            Map<String, SourcePage> pages,
            List<Table> tables) {

        private static final Comparator<Content> BY_RECEIPT = Comparator.comparing(Content::date)
                .thenComparing(Content::receivedAt)
                .thenComparing(Content::id);

        /** Returns whether the same sender delivered this before another. */
        boolean isEarlierOfSameSender(Content other) {
            return sender.equals(other.sender()) && isBefore(other);
        }

        /** Returns whether this was delivered before another, whoever sent it. */
        boolean isBefore(Content other) {
            return BY_RECEIPT.compare(this, other) < 0;
        }

        static Content of(Delivery delivery, LayoutCatalogue layouts) {
            Map<String, SourcePage> pages = new TreeMap<>();
            List<Table> tables = new ArrayList<>();
            Set<String> paths = new HashSet<>();
            LocalDate date = delivery.date();
            for (DeliveredFile file : delivery.files()) {
                if (!paths.add(file.path())) {
                    String where = "source/" + delivery.id() + "/datapackage.json";
                    throw new DataException(WORDS.text("delivery.path_twice", where, file.path()));
                }
                byte[] content = delivery.read(file);
                if (file.isSourceList()) {
                    pages.putAll(SourceList.read(delivery.id(), file.path(), content));
                } else {
                    tables.add(table(delivery, file, content, layouts));
                }
            }
            String agency = delivery.id().substring(0, Math.max(0, delivery.id().lastIndexOf('/')));
            return new Content(delivery.id(), date, Instant.MIN, agency, pages, tables);
        }

        /**
         * Returns what a received file holds; rows without a date of publication have that of the receipt, and the
         * layout is the source of rows of a workbook where it names no other.
         */
        static Content of(RegisteredDelivery delivery, LayoutCatalogue layouts) {
            DeliveryReceipt receipt = delivery.receipt();
            String form = receipt.terms().formCode();
            Optional<WorkbookLayout> layout = layouts.find(form);
            Declaration declaration =
                    layout.map(found -> found.declaration(Map.of())).orElseGet(() -> Declaration.ofForm(form));
            byte[] content = delivery.read();
            SourceRows csv = layout.isPresent()
                    ? laidOut(
                            declaration,
                            LayoutReader.read(delivery.id(), receipt.fileName(), delivery.content(), layout.get()))
                    : TableReader.read(delivery.id(), receipt.fileName(), content, declaration, Validation.COLUMNS);
            List<SourceRow> rows = csv.rows();
            Optional<LocalDate> published = receipt.terms().published();
            if (published.isPresent()) {
                String day = published.get().toString();
                rows = rows.stream()
                        .map(row -> row.withDefault("published", day))
                        .toList();
            }
            if (layout.isPresent()) {
                String source = LAYOUT_SOURCE + form;
                rows = rows.stream()
                        .map(row -> row.withDefault("source_url", source))
                        .toList();
            }
            refuseEmpty(delivery.id(), receipt.fileName(), csv);
            Table table = new Table(receipt.fileName(), receipt.sha256(), declaration, csv.withRows(rows));
            return received(delivery, List.of(table));
        }

        /**
         * Returns who delivered a filled form and when; its figures are taken by {@link #accept(RegisteredDelivery)}.
         */
        static Content ofForm(RegisteredDelivery delivery) {
            return received(delivery, List.of());
        }

        private static Content received(RegisteredDelivery delivery, List<Table> tables) {
            DeliveryReceipt receipt = delivery.receipt();
            return new Content(
                    delivery.id(),
                    receipt.received(),
                    receipt.receivedAt(),
                    receipt.terms().sender(),
                    Map.of(),
                    tables);
        }

        /** Returns rows of a workbook with all columns of figures. */
        private static SourceRows laidOut(Declaration declaration, SourceRows rows) {
            return new DeclaredColumns(declaration, Validation.COLUMNS).of(rows);
        }

        private static Table table(Delivery delivery, DeliveredFile file, byte[] content, LayoutCatalogue layouts) {
            Declaration declaration = file.declaration();
            SourceRows csv;
            if (file.layout().isPresent()) {
                WorkbookLayout layout = layouts.find(file.layout().get()).orElseThrow(() -> {
                    String where = "source/" + delivery.id() + "/" + file.path();
                    String known = String.join(", ", layouts.layouts().keySet());
                    return new DataException(WORDS.text(
                            "delivery.layout", where, known, file.layout().get()));
                });
                declaration = layout.declaration(declaration.columns());
                csv = laidOut(
                        declaration, LayoutReader.read(delivery.id(), file.path(), delivery.locate(file), layout));
            } else {
                csv = TableReader.read(delivery.id(), file.path(), content, declaration, Validation.COLUMNS);
            }
            int delivered = csv.delivered();
            if (file.rows().filter(rows -> rows != delivered).isPresent()) {
                String where = "source/" + delivery.id() + "/" + file.path();
                long stated = file.rows().get();
                throw new DataException(WORDS.text("delivery.rows", where, stated, delivered));
            }
            if (file.rows().isEmpty()) {
                refuseEmpty(delivery.id(), file.path(), csv);
            }
            return new Table(file.path(), Sha256.of(content), declaration, csv);
        }

        /**
         * A file without a row is one that was not written to its end, unless its description says that it has none.
         */
        private static void refuseEmpty(String deliveryId, String file, SourceRows rows) {
            if (rows.delivered() == 0) {
                throw new DataException(WORDS.text("delivery.empty", "source/" + deliveryId + "/" + file));
            }
        }
    }
}
