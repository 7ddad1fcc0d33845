package vn.chitieu.catalog.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.jspecify.annotations.Nullable;

/**
 * A value of a Parquet file as text, exactly: a decimal keeps its scale, a binary floating-point number has its
 * shortest digits, a day and a time are written by ISO 8601.
 */
public final class ParquetValue {

    /** As many digits as a published decimal can hold. */
    private static final int MOST_DIGITS = 18;

    private static final long JULIAN_DAY_OF_EPOCH = 2_440_588;

    private ParquetValue() {}

    /** Returns whether every value of a column has a text. */
    static boolean isReadable(Type field) {
        if (!field.isPrimitive() || field.getRepetition() == Repetition.REPEATED) {
            return false;
        }
        @Nullable LogicalTypeAnnotation logical = field.getLogicalTypeAnnotation();
        PrimitiveTypeName type = field.asPrimitiveType().getPrimitiveTypeName();
        boolean isDecimal = logical instanceof DecimalLogicalTypeAnnotation;
        return switch (type) {
            case BINARY ->
                logical == null
                        || isDecimal
                        || logical instanceof StringLogicalTypeAnnotation
                        || logical instanceof EnumLogicalTypeAnnotation;
            case INT32 ->
                logical == null
                        || isDecimal
                        || logical instanceof IntLogicalTypeAnnotation
                        || logical instanceof DateLogicalTypeAnnotation;
            case INT64 ->
                logical == null
                        || isDecimal
                        || logical instanceof IntLogicalTypeAnnotation
                        || logical instanceof TimestampLogicalTypeAnnotation;
            case INT96 -> logical == null;
            case FIXED_LEN_BYTE_ARRAY -> isDecimal;
            case FLOAT, DOUBLE -> true;
            default -> false;
        };
    }

    /** Returns the text of a value of a readable column, empty where the row has none. */
    static String of(Group row, int column, Type field) {
        if (row.getFieldRepetitionCount(column) == 0) {
            return "";
        }
        @Nullable LogicalTypeAnnotation logical = field.getLogicalTypeAnnotation();
        PrimitiveTypeName type = field.asPrimitiveType().getPrimitiveTypeName();
        if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
            BigInteger unscaled =
                    switch (type) {
                        case INT32 -> BigInteger.valueOf(row.getInteger(column, 0));
                        case INT64 -> BigInteger.valueOf(row.getLong(column, 0));
                        default -> new BigInteger(row.getBinary(column, 0).getBytes());
                    };
            return of(new BigDecimal(unscaled, decimal.getScale()));
        }
        return switch (type) {
            case INT32 -> ofInteger(row.getInteger(column, 0), logical);
            case INT64 -> ofLong(row.getLong(column, 0), logical);
            case INT96 -> ofInt96(row.getInt96(column, 0).toByteBuffer());
            case FLOAT -> of(row.getFloat(column, 0));
            case DOUBLE -> of(row.getDouble(column, 0));
            default -> row.getBinary(column, 0).toStringUsingUTF8();
        };
    }

    private static String ofInteger(int value, @Nullable LogicalTypeAnnotation logical) {
        if (logical instanceof DateLogicalTypeAnnotation) {
            return LocalDate.ofEpochDay(value).toString();
        }
        boolean isUnsigned = logical instanceof IntLogicalTypeAnnotation whole && !whole.isSigned();
        return isUnsigned ? Integer.toUnsignedString(value) : Integer.toString(value);
    }

    /**
     * Returns the time of Impala and older Spark: nanoseconds of the day, and the Julian day that begins at midnight.
     */
    private static String ofInt96(ByteBuffer bytes) {
        ByteBuffer time = bytes.order(ByteOrder.LITTLE_ENDIAN);
        long nanoseconds = time.getLong();
        LocalDate day = LocalDate.EPOCH.plusDays(time.getInt() - JULIAN_DAY_OF_EPOCH);
        return day.atStartOfDay().plusNanos(nanoseconds).toString();
    }

    private static String ofLong(long value, @Nullable LogicalTypeAnnotation logical) {
        if (logical instanceof TimestampLogicalTypeAnnotation time) {
            ChronoUnit unit =
                    switch (time.getUnit()) {
                        case MILLIS -> ChronoUnit.MILLIS;
                        case MICROS -> ChronoUnit.MICROS;
                        case NANOS -> ChronoUnit.NANOS;
                    };
            Instant instant = Instant.EPOCH.plus(value, unit);
            return time.isAdjustedToUTC()
                    ? instant.toString()
                    : LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString();
        }
        boolean isUnsigned = logical instanceof IntLogicalTypeAnnotation whole && !whole.isSigned();
        return isUnsigned ? Long.toUnsignedString(value) : Long.toString(value);
    }

    /** Returns a decimal with its scale, without trailing zeros where these are more digits than a figure can have. */
    public static String of(BigDecimal value) {
        BigDecimal stripped = value.precision() > MOST_DIGITS ? value.stripTrailingZeros() : value;
        return stripped.toPlainString();
    }

    /** Returns the shortest digits of a double; {@code NaN} and {@code Infinity} by name. */
    public static String of(double value) {
        return Double.isFinite(value) ? ShortestDigits.of(value).toPlainString() : Double.toString(value);
    }

    /** Returns the shortest digits of a float; {@code NaN} and {@code Infinity} by name. */
    public static String of(float value) {
        return Float.isFinite(value) ? ShortestDigits.of(value).toPlainString() : Float.toString(value);
    }
}
