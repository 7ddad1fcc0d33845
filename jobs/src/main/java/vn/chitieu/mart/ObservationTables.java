package vn.chitieu.mart;

import static vn.chitieu.mart.Columns.BOOLEAN;
import static vn.chitieu.mart.Columns.DATE;
import static vn.chitieu.mart.Columns.DOUBLE;
import static vn.chitieu.mart.Columns.INTEGER;
import static vn.chitieu.mart.Columns.TEXT;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chitieu.account.reading.Findings;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.mart.FigureUse.Used;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.Revision;
import vn.chitieu.source.QuarantinedRow;

/** What was delivered, as tables: every vintage, the plans, the rows held back, the revisions and the findings. */
public final class ObservationTables {

    private static final int IDENTITY_LENGTH = 16;

    /** A row that was refused, or one that breaks a rule but stays in use. */
    record Quarantined(QuarantinedRow row, boolean isUsed) {}

    /** Which observation it is, the key of tables with one row for all vintages of it. */
    static final Columns<ObservationKey> KEY = Columns.<ObservationKey>part()
            .required("area_code", TEXT, ObservationKey::areaCode)
            .required("indicator_code", TEXT, ObservationKey::indicatorCode)
            .required("activity_code", TEXT, ObservationKey::activityCode)
            .required("period", TEXT, key -> key.period().toString())
            .required("accumulation", TEXT, key -> key.accumulation().code())
            .required("price_basis", TEXT, key -> key.priceBasis().code());

    /** A vintage as it was delivered. */
    static final Columns<Observation> VINTAGE = Columns.<Observation>part()
            .required("area_code", TEXT, vintage -> vintage.key().areaCode())
            .required("indicator_code", TEXT, vintage -> vintage.key().indicatorCode())
            .required("activity_code", TEXT, vintage -> vintage.key().activityCode())
            .required(
                    "frequency",
                    TEXT,
                    vintage -> vintage.key().period().frequency().name())
            .required("period", TEXT, vintage -> vintage.key().period().toString())
            .required("accumulation", TEXT, vintage -> vintage.key()
                    .accumulation()
                    .code())
            .required("price_basis", TEXT, vintage -> vintage.key().priceBasis().code())
            .required("status_code", TEXT, vintage -> vintage.status().code())
            .required("published_date", DATE, Observation::publishedDate)
            .required("source_date", DATE, Observation::sourceDate)
            .required("source_url", TEXT, Observation::sourceUrl)
            .required("delivery_id", TEXT, Observation::deliveryId)
            .required("source_file", TEXT, Observation::sourceFile)
            .required("published_kind", TEXT, vintage -> vintage.publishedKind().code())
            .required("unit_code", TEXT, Observation::unitCode)
            .required("obs_value", DOUBLE, vintage -> vintage.value().doubleValue())
            .required("trust_rank", INTEGER, Observation::trustRank);

    static final Columns<Used> OBSERVATION = ObservationTables.<Used>ofVintage("observation")
            .with(VINTAGE, Used::observation)
            .required("is_latest", BOOLEAN, Used::isLatest)
            .with(Span.DAYS, Used::span)
            .required("level", INTEGER, Used::level)
            .required("is_leaf", BOOLEAN, Used::isLeaf)
            .ofRun();

    static final Columns<Observation> PLAN_FIGURE = ObservationTables.<Observation>ofVintage("plan_figure")
            .with(VINTAGE, plan -> plan)
            .ofRun();

    static final Columns<Quarantined> QUARANTINE = Columns.<Quarantined>of(
                    "quarantine", "delivery_id", "source_file", "source_line", "source_cell", "rule_code")
            .required("delivery_id", TEXT, refused -> refused.row().place().deliveryId())
            .required("source_file", TEXT, refused -> refused.row().place().file())
            .required("source_line", INTEGER, refused -> refused.row().place().line())
            .required("source_cell", TEXT, refused -> refused.row().place().cell())
            .required("rule_code", TEXT, refused -> refused.row().ruleCode())
            .requiredText("expected", refused -> refused.row().expected())
            .required("found", TEXT, refused -> refused.row().found())
            .requiredText("advice", refused -> refused.row().advice())
            .required("row_text", TEXT, refused -> refused.row().rowText())
            .required("is_used", BOOLEAN, Quarantined::isUsed)
            .ofRun();

    static final Columns<Revision> REVISION = Columns.<Revision>of(
                    "revision", "area_code", "indicator_code", "activity_code", "period", "accumulation", "price_basis")
            .with(KEY, Revision::key)
            .required("unit_code", TEXT, Revision::unitCode)
            .required("first_value", DOUBLE, revision -> revision.firstValue().doubleValue())
            .required("first_published_date", DATE, Revision::firstDate)
            .required("latest_value", DOUBLE, revision -> revision.latestValue().doubleValue())
            .required("latest_published_date", DATE, Revision::latestDate)
            .required("vintage_count", INTEGER, Revision::vintageCount)
            .required("revision", DOUBLE, revision -> revision.change().doubleValue())
            .optional("revision_pct", DOUBLE, revision -> boxed(revision.changePct()))
            .ofRun();

    static final Columns<Finding> FINDING = Columns.<Finding>of("finding", "finding_id")
            .required("finding_id", TEXT, ObservationTables::identity)
            .required("kind_code", TEXT, finding -> finding.kind().code())
            .required("severity_code", TEXT, finding -> finding.severity().code())
            .required("rule_code", TEXT, Finding::ruleCode)
            .required("area_code", TEXT, Finding::areaCode)
            .required("indicator_code", TEXT, Finding::indicatorCode)
            .required("period", TEXT, Finding::period)
            .required("subject", TEXT, Finding::subject)
            .requiredText("message", Finding::message)
            .ofRun();

    /** Which check of accounts asks what a rule of validation asks. */
    private static final Map<String, String> SUMS = Map.of(
            "sum_of_sectors", Findings.SUM_OF_PARTS,
            "share_sum", Findings.SUM_OF_SHARES,
            "trade_balance", Findings.BALANCE_IDENTITY,
            "trade_turnover", Findings.TURNOVER_IDENTITY);

    /** Where the prices stand in the subject of a sum, whichever of the two asks. */
    private static final int PRICES = 5;

    private ObservationTables() {}

    /** Returns a table whose key is that of {@link #VINTAGE}. */
    static <T> Columns<T> ofVintage(String table) {
        return Columns.of(
                table,
                "area_code",
                "indicator_code",
                "activity_code",
                "frequency",
                "period",
                "accumulation",
                "price_basis",
                "status_code",
                "published_date",
                "source_date",
                "source_url",
                "delivery_id",
                "source_file");
    }

    /**
     * Returns {@link MartTables#OBSERVATION}.
     *
     * @param visible every vintage known by the as-of date
     * @param use of them
     */
    static Table observation(Collection<Observation> visible, FigureUse use, RunStamp stamp) {
        return OBSERVATION.table(visible.stream().map(use::of).toList(), stamp);
    }

    /** Returns {@link MartTables#PLAN_FIGURE}. */
    public static Table planFigure(Collection<Observation> plans, RunStamp stamp) {
        return PLAN_FIGURE.table(plans, stamp);
    }

    /**
     * Returns {@link MartTables#QUARANTINE}.
     *
     * @param kept figures that break a rule but stay in use
     */
    public static Table quarantine(
            Collection<QuarantinedRow> quarantined, Collection<QuarantinedRow> kept, RunStamp stamp) {
        List<Quarantined> rows = new ArrayList<>();
        quarantined.forEach(row -> rows.add(new Quarantined(row, false)));
        kept.forEach(row -> rows.add(new Quarantined(row, true)));
        return QUARANTINE.table(rows, stamp);
    }

    /** Returns {@link MartTables#REVISION}. */
    public static Table revision(Collection<Revision> revisions, RunStamp stamp) {
        return REVISION.table(revisions, stamp);
    }

    /**
     * Returns {@link MartTables#FINDING}; a finding said twice stands once. Where accounts and a rule of validation
     * miss the same sum, the accounts say it, as gravely as either does.
     */
    public static Table finding(Collection<Finding> findings, RunStamp stamp) {
        Map<String, Finding> rules = new HashMap<>();
        Set<String> ofAccounts = new HashSet<>();
        findings.forEach(finding -> {
            if (finding.kind() == Finding.Kind.CONTRADICTION) {
                sum(finding).ifPresent(ofAccounts::add);
            } else if (finding.kind() == Finding.Kind.VALIDATION) {
                sum(finding).ifPresent(key -> rules.put(key, finding));
            }
        });
        Set<Finding> once = new LinkedHashSet<>();
        for (Finding finding : findings) {
            Optional<String> sum = sum(finding);
            if (finding.kind() == Finding.Kind.CONTRADICTION) {
                once.add(sum.map(rules::get)
                        .filter(rule -> rule.severity().compareTo(finding.severity()) > 0)
                        .map(rule -> finding.with(rule.severity()))
                        .orElse(finding));
            } else if (finding.kind() != Finding.Kind.VALIDATION
                    || sum.filter(ofAccounts::contains).isEmpty()) {
                once.add(finding);
            }
        }
        return FINDING.table(once, stamp);
    }

    /** Returns which sum a finding holds to be missed: of which total, of which period; empty if it is about none. */
    private static Optional<String> sum(Finding finding) {
        String[] key = finding.subject().replaceFirst("@.*", "").split("\\.", -1);
        String check = SUMS.getOrDefault(finding.ruleCode(), finding.ruleCode());
        return SUMS.containsValue(check) && key.length > PRICES
                ? Optional.of(
                        String.join(".", check, key[0], key[1], key[2], finding.period(), key[PRICES - 1], key[PRICES]))
                : Optional.empty();
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? Double.valueOf(value.getAsDouble()) : null;
    }

    private static String identity(Finding finding) {
        return Sha256.of(String.join(
                        "\n",
                        finding.kind().code(),
                        finding.ruleCode(),
                        finding.areaCode(),
                        finding.indicatorCode(),
                        finding.period(),
                        finding.subject()))
                .substring(0, IDENTITY_LENGTH);
    }
}
