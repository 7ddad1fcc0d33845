package vn.chitieu.projection.evaluation;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.table.Column;
import vn.chitieu.catalog.table.ColumnType;
import vn.chitieu.catalog.table.TableSpec;

/**
 * The answer to one {@link EvaluationCase}, in the unit of the series; what cannot be given is empty.
 *
 * @param pAttain probability of at least the target
 * @param methodUsed {@code "combination"} where it was possible
 * @param fallbackReason why it was not; {@code ""} if it was
 */
record EvaluationRow(
        String caseId,
        OptionalDouble point,
        OptionalDouble p10,
        OptionalDouble p90,
        OptionalDouble p2_5,
        OptionalDouble p97_5,
        OptionalDouble pAttain,
        String methodUsed,
        String fallbackReason) {

    static final TableSpec TABLE = new TableSpec(
            "evaluation",
            List.of(
                    Column.required("case_id", ColumnType.TEXT),
                    Column.optional("point", ColumnType.DOUBLE),
                    Column.optional("p10", ColumnType.DOUBLE),
                    Column.optional("p90", ColumnType.DOUBLE),
                    Column.optional("p2_5", ColumnType.DOUBLE),
                    Column.optional("p97_5", ColumnType.DOUBLE),
                    Column.optional("p_attain", ColumnType.DOUBLE),
                    Column.required("method_used", ColumnType.TEXT),
                    Column.required("fallback_reason", ColumnType.TEXT)),
            List.of("case_id"));

    /** Returns a row without interval and probability. */
    static EvaluationRow withoutDistribution(
            String caseId, OptionalDouble point, String methodUsed, String fallbackReason) {
        OptionalDouble none = OptionalDouble.empty();
        return new EvaluationRow(caseId, point, none, none, none, none, none, methodUsed, fallbackReason);
    }

    /** Returns the cells of the row of {@link #TABLE}. */
    @Nullable
    Object[] cells() {
        return new @Nullable Object[] {
            caseId,
            cell(point),
            cell(p10),
            cell(p90),
            cell(p2_5),
            cell(p97_5),
            cell(pAttain),
            methodUsed,
            fallbackReason
        };
    }

    private static @Nullable Double cell(OptionalDouble number) {
        return number.isPresent() ? Double.valueOf(number.getAsDouble()) : null;
    }
}
