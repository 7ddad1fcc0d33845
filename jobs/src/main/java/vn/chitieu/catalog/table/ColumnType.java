package vn.chitieu.catalog.table;

import java.math.BigDecimal;
import java.time.LocalDate;

/** The types a published column may have: what Power BI, Tableau, Superset and DuckDB all read alike. */
public enum ColumnType {
    TEXT(String.class),
    DATE(LocalDate.class),
    INTEGER(Integer.class),
    BIGINT(Long.class),
    /** Up to 18 digits, 4 of them decimals: amounts in a stated unit. */
    DECIMAL(BigDecimal.class),
    /** A finite number: ratios, rates, model output. Never NaN or infinite. */
    DOUBLE(Double.class),
    BOOLEAN(Boolean.class);

    private final Class<?> javaType;

    ColumnType(Class<?> javaType) {
        this.javaType = javaType;
    }

    /** Returns the class of a non-null cell of this type. */
    public Class<?> javaType() {
        return javaType;
    }
}
