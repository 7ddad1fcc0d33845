package vn.chitieu.mart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chitieu.account.AreaAccount;
import vn.chitieu.account.BalancedFigure;
import vn.chitieu.account.FigureResidual;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;

/** The balanced gross product as tables: every measure with its standard error, and how each figure agrees with it. */
final class BalanceTables {

    private BalanceTables() {}

    /** Returns {@link MartTables#BALANCED_ACCOUNT}. */
    static Table balancedAccount(Collection<AreaAccount> accounts, RunStamp stamp) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (AreaAccount account : accounts) {
            for (BalancedFigure figure : account.result().balance().figures()) {
                boolean isKnown = figure.isDetermined();
                rows.add(RowBuilder.of(MartTables.BALANCED_ACCOUNT, stamp)
                        .set("area_code", account.areaCode())
                        .set("activity_code", figure.itemCode())
                        .set("period", figure.period().toString())
                        .set("accumulation", figure.accumulation().code())
                        .set("price_basis", figure.priceBasis().code())
                        .set("account_measure_code", figure.measure().code())
                        .set("is_determined", isKnown)
                        .set("balanced_value", figure.value())
                        .set("standard_error", figure.standardError())
                        .set("origin", Origin.BALANCED.code())
                        .set("obs_status", (isKnown ? ObservationStatus.ESTIMATE : ObservationStatus.MISSING).code())
                        .set("vintage_date", figure.vintageDate())
                        .set("method_code", "least_squares")
                        .build());
            }
        }
        return new Table(MartTables.BALANCED_ACCOUNT, rows);
    }

    /** Returns {@link MartTables#BALANCE_RESIDUAL}. */
    static Table balanceResidual(Collection<AreaAccount> accounts, RunStamp stamp) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (AreaAccount account : accounts) {
            for (FigureResidual residual : account.result().balance().residuals()) {
                rows.add(ObservationTables.vintage(MartTables.BALANCE_RESIDUAL, residual.figure(), stamp)
                        .set("residual_code", residual.verdict().code())
                        .set("fitted_value", residual.fitted())
                        .set("rounding_error", residual.standardDeviation())
                        .set("standardised_residual", residual.standardisedResidual())
                        .set("balanced_value", residual.latest())
                        .build());
            }
        }
        return new Table(MartTables.BALANCE_RESIDUAL, rows);
    }
}
