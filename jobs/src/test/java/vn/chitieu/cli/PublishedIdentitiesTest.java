package vn.chitieu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitieu.cli.console.ExitCode;

/**
 * One quantity has one number: what the definitions of the accounts say of published projections, on shipped nights.
 */
@Tag("full")
class PublishedIdentitiesTest {

    private static final String OF_ONE_SERIES = " ON l.area_code = r.area_code AND l.activity_code = r.activity_code"
            + " AND l.year = r.year AND l.price_basis = r.price_basis AND r.indicator_code = l.indicator_code || ";
    private static final String OF_ONE_AREA = " ON l.area_code = r.area_code AND l.year = r.year";
    private static final String PRODUCTS = "('gdp', 'grdp')";

    @AfterEach
    void forgetTheMaster() {
        System.clearProperty("spark.master");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-03-31", "2025-06-30", "2025-07-09"})
    void pointsObeyTheDefinitionsOfTheAccounts(String asOf, @TempDir Path warehouse) throws SQLException {
        CommandRun run = CommandRun.of(
                "nightly",
                "--datasets",
                CommandRun.shippedDatasets().toString(),
                "--warehouse",
                warehouse.toString(),
                "--as-of",
                asOf);
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        String projection = "'" + warehouse.resolve("mart").resolve("projection.parquet") + "'";
        String pairs = "FROM " + projection + " l JOIN " + projection + " r";

        // growth is the level against last year's, unless it is of a year that is over, as it was published
        List<String> growth = made(
                pairs + OF_ONE_SERIES + "'_growth' WHERE l.previous_year_value > 0 AND r.method_code <> 'known'",
                "r.point",
                "100 * l.point / l.previous_year_value - 100");
        // a share is the part of the whole at current prices
        List<String> shares = made(
                pairs + OF_ONE_SERIES + "'_share' JOIN " + projection
                        + " w ON w.area_code = l.area_code AND w.year = l.year"
                        + " AND w.price_basis = l.price_basis AND w.indicator_code IN " + PRODUCTS,
                "r.point",
                "100 * l.point / w.point");
        // the figure per head is the product over the population
        List<String> heads = made(
                pairs + OF_ONE_AREA + " JOIN " + projection + " p ON p.area_code = l.area_code AND p.year = l.year"
                        + " AND p.indicator_code = 'population' WHERE r.indicator_code = 'grdp_per_capita'"
                        + " AND l.indicator_code = 'grdp' AND l.price_basis = 'current'",
                "r.point",
                "l.point / p.point");
        // revenue is what its two parts bring and, of Hậu Giang, 9 of 3,054 besides
        List<String> revenue = made(
                pairs + OF_ONE_AREA + " JOIN " + projection + " t ON t.area_code = l.area_code AND t.year = l.year"
                        + " AND t.indicator_code = 'budget_revenue_local_area'"
                        + " WHERE l.indicator_code = 'budget_revenue_domestic'"
                        + " AND r.indicator_code = 'budget_revenue_trade_taxes'",
                "l.point + r.point",
                "t.point * 3045 / 3054");

        assertThat(growth).hasSizeGreaterThan(10).doesNotContain("differs");
        assertThat(shares).hasSizeGreaterThan(3).doesNotContain("differs");
        assertThat(heads).hasSize(1).doesNotContain("differs");
        assertThat(revenue).hasSize(1).doesNotContain("differs");
        assertThat(made(
                        "FROM (SELECT area_code, sum(point) AS all_shares FROM " + projection
                                + " WHERE indicator_code IN ('value_added_share', 'net_product_taxes_share')"
                                + " AND activity_code IN ('S1', 'S2', 'S3', 'D21X31') GROUP BY area_code, year)",
                        "all_shares",
                        "100"))
                .as("the province, and two years of the nation")
                .hasSize(3)
                .doesNotContain("differs");
    }

    /** Returns {@code equal} or {@code differs} for each row. */
    private static List<String> made(String from, String printed, String computed) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection duckDb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckDb.createStatement();
                ResultSet rows = statement.executeQuery("SELECT CASE WHEN abs(" + printed + " - (" + computed
                        + ")) <= 1e-9 * greatest(1, abs(" + computed + ")) THEN 'equal' ELSE 'differs' END " + from)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
