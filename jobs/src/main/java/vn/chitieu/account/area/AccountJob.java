package vn.chitieu.account.area;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import vn.chitieu.account.AreaAccount;
import vn.chitieu.observation.Observation;
import vn.chitieu.observation.Vintages;
import vn.chitieu.observation.ingest.IngestJob;

/** Makes the accounts of every area, once for each day that somebody looks at them. */
public final class AccountJob {

    private AccountJob() {}

    /**
     * Returns one account per area and day.
     *
     * @param observations rows of {@link IngestJob}
     * @param days the days to look from, by area; an area that is not named is left out
     */
    public static Dataset<AreaAccount> run(Dataset<Row> observations, EvaluationDays days) {
        MapFunction<Row, String> area = row -> row.getString(0);
        FlatMapGroupsFunction<String, Row, AreaAccount> accounts =
                (areaCode, rows) -> accounts(areaCode, rows, days.of(areaCode)).iterator();
        return observations
                .groupByKey(area, Encoders.STRING())
                .flatMapGroups(accounts, Encoders.javaSerialization(AreaAccount.class));
    }

    private static List<AreaAccount> accounts(String areaCode, Iterator<Row> rows, SortedSet<LocalDate> days) {
        List<Observation> observations = new ArrayList<>();
        rows.forEachRemaining(row -> observations.add(IngestJob.toObservation(row)));
        List<AreaAccount> accounts = new ArrayList<>();
        for (LocalDate day : days) {
            accounts.add(new AreaAccount(
                    areaCode, day, RegionalAccounts.of(areaCode, Vintages.visible(observations, day), day)));
        }
        return accounts;
    }
}
