package vn.chitieu.mart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.Sha256;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.catalog.table.TableSpec;
import vn.chitieu.observation.Finding;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.Revision;
import vn.chitieu.source.QuarantinedRow;

/** What was delivered, as tables: every vintage, the plans, the rows held back, the revisions and the findings. */
public final class ObservationTables {

    private static final int IDENTITY_LENGTH = 16;

    private ObservationTables() {}

    /**
     * Returns {@link MartTables#OBSERVATION}.
     *
     * @param visible every vintage known by the as-of date
     * @param latest those of them in use
     */
    public static Table observation(Collection<Observation> visible, Set<Observation> latest, RunStamp stamp) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Observation observation : visible) {
            rows.add(vintage(MartTables.OBSERVATION, observation, stamp)
                    .set("is_latest", latest.contains(observation))
                    .build());
        }
        return new Table(MartTables.OBSERVATION, rows);
    }

    /** Returns {@link MartTables#PLAN_FIGURE}. */
    public static Table planFigure(Collection<Observation> plans, RunStamp stamp) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Observation plan : plans) {
            rows.add(vintage(MartTables.PLAN_FIGURE, plan, stamp).build());
        }
        return new Table(MartTables.PLAN_FIGURE, rows);
    }

    /**
     * Returns {@link MartTables#QUARANTINE}.
     *
     * @param kept figures that break a rule but stay in use
     */
    public static Table quarantine(
            Collection<QuarantinedRow> quarantined, Collection<QuarantinedRow> kept, RunStamp stamp) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        quarantined.forEach(row -> rows.add(quarantine(row, false, stamp)));
        kept.forEach(row -> rows.add(quarantine(row, true, stamp)));
        return new Table(MartTables.QUARANTINE, rows);
    }

    private static @Nullable Object[] quarantine(QuarantinedRow row, boolean isUsed, RunStamp stamp) {
        return RowBuilder.of(MartTables.QUARANTINE, stamp)
                .set("delivery_id", row.place().deliveryId())
                .set("source_file", row.place().file())
                .set("source_line", row.place().line())
                .set("source_cell", row.place().cell())
                .set("rule_code", row.ruleCode())
                .set("expected_vi", row.expected().vi())
                .set("expected_en", row.expected().en())
                .set("found", row.found())
                .set("advice_vi", row.advice().vi())
                .set("advice_en", row.advice().en())
                .set("row_text", row.rowText())
                .set("is_used", isUsed)
                .build();
    }

    /** Returns {@link MartTables#REVISION}. */
    public static Table revision(Collection<Revision> revisions, RunStamp stamp) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Revision revision : revisions) {
            ObservationKey key = revision.key();
            rows.add(RowBuilder.of(MartTables.REVISION, stamp)
                    .set("area_code", key.areaCode())
                    .set("indicator_code", key.indicatorCode())
                    .set("activity_code", key.activityCode())
                    .set("period", key.period().toString())
                    .set("accumulation", key.accumulation().code())
                    .set("price_basis", key.priceBasis().code())
                    .set("unit_code", revision.unitCode())
                    .set("first_value", revision.firstValue().doubleValue())
                    .set("first_published_date", revision.firstDate())
                    .set("latest_value", revision.latestValue().doubleValue())
                    .set("latest_published_date", revision.latestDate())
                    .set("vintage_count", revision.vintageCount())
                    .set("revision", revision.change().doubleValue())
                    .set(
                            "revision_pct",
                            revision.changePct().isPresent()
                                    ? Double.valueOf(revision.changePct().getAsDouble())
                                    : null)
                    .build());
        }
        return new Table(MartTables.REVISION, rows);
    }

    /** Returns {@link MartTables#FINDING}; a finding said twice stands once. */
    public static Table finding(Collection<Finding> findings, RunStamp stamp) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Finding finding : new LinkedHashSet<>(findings)) {
            rows.add(RowBuilder.of(MartTables.FINDING, stamp)
                    .set("finding_id", identity(finding))
                    .set("kind_code", finding.kind().code())
                    .set("severity_code", finding.severity().code())
                    .set("rule_code", finding.ruleCode())
                    .set("area_code", finding.areaCode())
                    .set("indicator_code", finding.indicatorCode())
                    .set("period", finding.period())
                    .set("subject", finding.subject())
                    .set("message_vi", finding.message().vi())
                    .set("message_en", finding.message().en())
                    .build());
        }
        return new Table(MartTables.FINDING, rows);
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

    static RowBuilder vintage(TableSpec spec, Observation observation, RunStamp stamp) {
        ObservationKey key = observation.key();
        return RowBuilder.of(spec, stamp)
                .set("area_code", key.areaCode())
                .set("indicator_code", key.indicatorCode())
                .set("activity_code", key.activityCode())
                .set("frequency", key.period().frequency().name())
                .set("period", key.period().toString())
                .set("accumulation", key.accumulation().code())
                .set("price_basis", key.priceBasis().code())
                .set("status_code", observation.status().code())
                .set("published_date", observation.publishedDate())
                .set("source_date", observation.sourceDate())
                .set("source_url", observation.sourceUrl())
                .set("delivery_id", observation.deliveryId())
                .set("source_file", observation.sourceFile())
                .set("published_kind", observation.publishedKind().code())
                .set("unit_code", observation.unitCode())
                .set("obs_value", observation.value().doubleValue())
                .set("trust_rank", observation.trustRank());
    }
}
