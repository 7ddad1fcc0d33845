package vn.chitieu.mart;

import static vn.chitieu.mart.Columns.BOOLEAN;
import static vn.chitieu.mart.Columns.DOUBLE;
import static vn.chitieu.mart.Columns.TEXT;

import java.util.Collection;
import vn.chitieu.account.AreaAccount;
import vn.chitieu.account.BalancedFigure;
import vn.chitieu.account.FigureResidual;
import vn.chitieu.catalog.table.Table;
import vn.chitieu.observation.ObservationStatus;
import vn.chitieu.observation.Origin;

/** The balanced gross product as tables: every measure with its standard error, and how each figure agrees with it. */
final class BalanceTables {

    /** A figure of the balanced account of an area. */
    record Balanced(String areaCode, BalancedFigure figure) {}

    static final Columns<Balanced> BALANCED_ACCOUNT = Columns.<Balanced>of(
                    "balanced_account",
                    "area_code",
                    "activity_code",
                    "period",
                    "accumulation",
                    "price_basis",
                    "account_measure_code")
            .required("area_code", TEXT, Balanced::areaCode)
            .required("activity_code", TEXT, row -> row.figure().itemCode())
            .required("period", TEXT, row -> row.figure().period().toString())
            .required("accumulation", TEXT, row -> row.figure().accumulation().code())
            .required("price_basis", TEXT, row -> row.figure().priceBasis().code())
            .required(
                    "account_measure_code", TEXT, row -> row.figure().measure().code())
            .required("is_determined", BOOLEAN, row -> row.figure().isDetermined())
            .optional("balanced_value", DOUBLE, row -> row.figure().value())
            .optional("standard_error", DOUBLE, row -> row.figure().standardError())
            .ofFigure(
                    row -> Origin.BALANCED,
                    row -> row.figure().isDetermined() ? ObservationStatus.ESTIMATE : ObservationStatus.MISSING,
                    row -> row.figure().vintageDate(),
                    row -> "least_squares");

    static final Columns<FigureResidual> BALANCE_RESIDUAL = ObservationTables.<FigureResidual>ofVintage(
                    "balance_residual")
            .with(ObservationTables.VINTAGE, FigureResidual::figure)
            .required("residual_code", TEXT, residual -> residual.verdict().code())
            .optional("fitted_value", DOUBLE, FigureResidual::fitted)
            .required("rounding_error", DOUBLE, FigureResidual::standardDeviation)
            .required("standardised_residual", DOUBLE, FigureResidual::standardisedResidual)
            .optional("balanced_value", DOUBLE, FigureResidual::latest)
            .ofRun();

    private BalanceTables() {}

    /** Returns {@link MartTables#BALANCED_ACCOUNT}. */
    static Table balancedAccount(Collection<AreaAccount> accounts, RunStamp stamp) {
        return BALANCED_ACCOUNT.table(
                accounts.stream()
                        .flatMap(account -> account.result().balance().figures().stream()
                                .map(figure -> new Balanced(account.areaCode(), figure)))
                        .toList(),
                stamp);
    }

    /** Returns {@link MartTables#BALANCE_RESIDUAL}. */
    static Table balanceResidual(Collection<AreaAccount> accounts, RunStamp stamp) {
        return BALANCE_RESIDUAL.table(
                accounts.stream()
                        .flatMap(account -> account.result().balance().residuals().stream())
                        .toList(),
                stamp);
    }
}
