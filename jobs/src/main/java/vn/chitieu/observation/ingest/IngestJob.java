package vn.chitieu.observation.ingest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import vn.chitieu.observation.Accumulation;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.ObservationKey;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Period;
import vn.chitieu.observation.PriceBasis;
import vn.chitieu.observation.PublishedKind;

/** Hands the observations that were read to Spark: one row per vintage. */
public final class IngestJob {

    /** One row per vintage; the value as text keeps the printed number of decimals. */
    static final StructType OBSERVATION = new StructType()
            .add("area_code", DataTypes.StringType, false)
            .add("indicator_code", DataTypes.StringType, false)
            .add("activity_code", DataTypes.StringType, false)
            .add("period", DataTypes.StringType, false)
            .add("accumulation", DataTypes.StringType, false)
            .add("price_basis", DataTypes.StringType, false)
            .add("printed_value", DataTypes.StringType, false)
            .add("unit_code", DataTypes.StringType, false)
            .add("status_code", DataTypes.StringType, false)
            .add("published_date", DataTypes.DateType, false)
            .add("published_kind", DataTypes.StringType, false)
            .add("source_date", DataTypes.DateType, false)
            .add("source_url", DataTypes.StringType, false)
            .add("trust_rank", DataTypes.IntegerType, false)
            .add("delivery_id", DataTypes.StringType, false)
            .add("source_file", DataTypes.StringType, false)
            .add("source_line", DataTypes.IntegerType, false)
            .add("closed_date", DataTypes.DateType, true);

    private IngestJob() {}

    /** Returns one row per observation. */
    public static Dataset<Row> run(SparkSession spark, List<Observation> observations) {
        return spark.createDataFrame(observations.stream().map(IngestJob::toRow).toList(), OBSERVATION);
    }

    /** Returns the observation that a row of {@link #run} holds. */
    public static Observation toObservation(Row row) {
        ObservationKey key = new ObservationKey(
                row.getString(0),
                row.getString(1),
                row.getString(2),
                Period.parse(row.getString(3)),
                Accumulation.ofCode(row.getString(4)),
                PriceBasis.ofCode(row.getString(5)));
        return new Observation(
                key,
                new BigDecimal(row.getString(6)),
                row.getString(7),
                ObservationStatus.ofCode(row.getString(8)),
                row.<LocalDate>getAs(9),
                PublishedKind.valueOf(row.getString(10)),
                row.<LocalDate>getAs(11),
                row.getString(12),
                row.getInt(13),
                row.getString(14),
                row.getString(15),
                row.getInt(16),
                row.isNullAt(17) ? null : row.<LocalDate>getAs(17));
    }

    static Row toRow(Observation observation) {
        ObservationKey key = observation.key();
        return RowFactory.create(
                key.areaCode(),
                key.indicatorCode(),
                key.activityCode(),
                key.period().toString(),
                key.accumulation().code(),
                key.priceBasis().code(),
                observation.value().toPlainString(),
                observation.unitCode(),
                observation.status().code(),
                observation.publishedDate(),
                observation.publishedKind().name(),
                observation.sourceDate(),
                observation.sourceUrl(),
                observation.trustRank(),
                observation.deliveryId(),
                observation.sourceFile(),
                observation.sourceLine(),
                observation.closedDate());
    }
}
