package vn.chitieu.catalog.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;
import vn.chitieu.catalog.DataException;

/** Rows of cells in Parquet's own form, and back. */
final class ParquetRows {

    /** Large enough to compress well, small enough that a laptop holds one in memory and a reader has several. */
    private static final long ROW_GROUP_BYTES = 64L * 1024 * 1024;

    private ParquetRows() {}

    /** Returns the Parquet schema of a table. */
    static MessageType schema(TableSpec spec) {
        List<Type> fields = spec.columns().stream().map(ParquetRows::field).toList();
        return new MessageType(spec.name(), fields);
    }

    /** Returns a writer of checked rows to a file that must not exist yet. */
    static ParquetWriter<@Nullable Object[]> writer(Path file, TableSpec spec) throws IOException {
        return new Writing(file, spec)
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withPageWriteChecksumEnabled(true)
                .build();
    }

    /** Returns a reader of a file; it refuses a file with another schema when the first row is asked for. */
    static ParquetReader<@Nullable Object[]> reader(Path file, TableSpec spec) throws IOException {
        return new Reading(file, spec)
                .withCodecFactory(new ZstdCodecs())
                .usePageChecksumVerification(true)
                .build();
    }

    private static Type field(Column column) {
        Repetition repetition = column.nullable() ? Repetition.OPTIONAL : Repetition.REQUIRED;
        Types.PrimitiveBuilder<PrimitiveType> field = Types.primitive(primitive(column.type()), repetition);
        return switch (column.type()) {
            case TEXT -> field.as(LogicalTypeAnnotation.stringType()).named(column.name());
            case DATE -> field.as(LogicalTypeAnnotation.dateType()).named(column.name());
            case DECIMAL ->
                field.as(LogicalTypeAnnotation.decimalType(RowContract.DECIMAL_SCALE, RowContract.DECIMAL_PRECISION))
                        .named(column.name());
            case INTEGER, BIGINT, DOUBLE, BOOLEAN -> field.named(column.name());
        };
    }

    private static PrimitiveTypeName primitive(ColumnType type) {
        return switch (type) {
            case TEXT -> PrimitiveTypeName.BINARY;
            case DATE, INTEGER -> PrimitiveTypeName.INT32;
            case BIGINT, DECIMAL -> PrimitiveTypeName.INT64;
            case DOUBLE -> PrimitiveTypeName.DOUBLE;
            case BOOLEAN -> PrimitiveTypeName.BOOLEAN;
        };
    }

    private static final class Writing extends ParquetWriter.Builder<@Nullable Object[], Writing> {

        private final TableSpec spec;

        Writing(Path file, TableSpec spec) {
            super(new LocalOutputFile(file));
            this.spec = spec;
        }

        @Override
        protected Writing self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract all the same
        protected WriteSupport<@Nullable Object[]> getWriteSupport(Configuration configuration) {
            return new CellWriter(spec);
        }

        @Override
        protected WriteSupport<@Nullable Object[]> getWriteSupport(ParquetConfiguration configuration) {
            return new CellWriter(spec);
        }
    }

    private static final class CellWriter extends WriteSupport<@Nullable Object[]> {

        private final TableSpec spec;
        private @Nullable RecordConsumer consumer;

        CellWriter(TableSpec spec) {
            this.spec = spec;
        }

        @Override
        public String getName() {
            return "chitieu";
        }

        @Override
        @SuppressWarnings("deprecation") // abstract all the same
        public WriteContext init(Configuration configuration) {
            return new WriteContext(schema(spec), Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(schema(spec), Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            this.consumer = recordConsumer;
        }

        @Override
        public void write(@Nullable Object[] row) {
            if (consumer == null) {
                throw new IllegalStateException("Expecting the writer to be prepared before its first row");
            }
            consumer.startMessage();
            for (int i = 0; i < row.length; i++) {
                Object cell = row[i];
                if (cell != null) {
                    String name = spec.columns().get(i).name();
                    consumer.startField(name, i);
                    add(consumer, cell);
                    consumer.endField(name, i);
                }
            }
            consumer.endMessage();
        }

        private static void add(RecordConsumer consumer, Object cell) {
            if (cell instanceof String text) {
                consumer.addBinary(Binary.fromString(text));
            } else if (cell instanceof LocalDate date) {
                consumer.addInteger(Math.toIntExact(date.toEpochDay()));
            } else if (cell instanceof Integer integer) {
                consumer.addInteger(integer);
            } else if (cell instanceof Long bigint) {
                consumer.addLong(bigint);
            } else if (cell instanceof BigDecimal decimal) {
                consumer.addLong(decimal.unscaledValue().longValueExact());
            } else if (cell instanceof Double number) {
                consumer.addDouble(number);
            } else if (cell instanceof Boolean truth) {
                consumer.addBoolean(truth);
            } else {
                throw new IllegalStateException("Expecting a checked cell but was " + cell.getClass());
            }
        }
    }

    private static final class Reading extends ParquetReader.Builder<@Nullable Object[]> {

        private final TableSpec spec;
        private final Path file;

        Reading(Path file, TableSpec spec) {
            super(new PathInputFile(file), new PlainParquetConfiguration());
            this.spec = spec;
            this.file = file;
        }

        @Override
        protected ReadSupport<@Nullable Object[]> getReadSupport() {
            return new CellReader(spec, file);
        }
    }

    private static final class CellReader extends ReadSupport<@Nullable Object[]> {

        private final TableSpec spec;
        private final Path file;

        CellReader(TableSpec spec, Path file) {
            this.spec = spec;
            this.file = file;
        }

        @Override
        public ReadContext init(InitContext context) {
            MessageType expected = schema(spec);
            MessageType found = context.getFileSchema();
            if (!expected.getFields().equals(found.getFields())) {
                throw new DataException("Expecting table " + spec.name() + " with the columns " + expected.getFields()
                        + " in file " + file + " but was " + found.getFields()
                        + "; read it with the version that wrote it, or publish the run again");
            }
            return new ReadContext(expected);
        }

        @Override
        @SuppressWarnings("deprecation") // abstract all the same
        public RecordMaterializer<@Nullable Object[]> prepareForRead(
                Configuration configuration, Map<String, String> metadata, MessageType schema, ReadContext context) {
            return new RowMaterializer(spec);
        }

        @Override
        public RecordMaterializer<@Nullable Object[]> prepareForRead(
                ParquetConfiguration configuration,
                Map<String, String> metadata,
                MessageType schema,
                ReadContext context) {
            return new RowMaterializer(spec);
        }
    }

    private static final class RowMaterializer extends RecordMaterializer<@Nullable Object[]> {

        private final RowConverter root;

        RowMaterializer(TableSpec spec) {
            this.root = new RowConverter(spec);
        }

        @Override
        public @Nullable Object[] getCurrentRecord() {
            return root.row;
        }

        @Override
        public GroupConverter getRootConverter() {
            return root;
        }
    }

    private static final class RowConverter extends GroupConverter {

        private final List<CellConverter> cells;
        private @Nullable Object[] row;

        RowConverter(TableSpec spec) {
            this.row = new @Nullable Object[spec.columns().size()];
            this.cells = spec.columns().stream()
                    .map(column -> new CellConverter(this, spec.indexOf(column.name()), column.type()))
                    .toList();
        }

        @Override
        public Converter getConverter(int fieldIndex) {
            return cells.get(fieldIndex);
        }

        @Override
        public void start() {
            row = new @Nullable Object[cells.size()];
        }

        @Override
        public void end() {}
    }

    private static final class CellConverter extends PrimitiveConverter {

        private final RowConverter parent;
        private final int index;
        private final ColumnType type;
        private String[] dictionary = {};

        CellConverter(RowConverter parent, int index, ColumnType type) {
            this.parent = parent;
            this.index = index;
            this.type = type;
        }

        @Override
        public boolean hasDictionarySupport() {
            return type == ColumnType.TEXT;
        }

        @Override
        public void setDictionary(Dictionary values) {
            dictionary = new String[values.getMaxId() + 1];
            for (int id = 0; id < dictionary.length; id++) {
                dictionary[id] = values.decodeToBinary(id).toStringUsingUTF8();
            }
        }

        @Override
        public void addValueFromDictionary(int id) {
            parent.row[index] = dictionary[id];
        }

        @Override
        public void addBinary(Binary value) {
            parent.row[index] = value.toStringUsingUTF8();
        }

        @Override
        public void addInt(int value) {
            parent.row[index] = type == ColumnType.DATE ? LocalDate.ofEpochDay(value) : Integer.valueOf(value);
        }

        @Override
        public void addLong(long value) {
            parent.row[index] = type == ColumnType.DECIMAL
                    ? BigDecimal.valueOf(value, RowContract.DECIMAL_SCALE)
                    : Long.valueOf(value);
        }

        @Override
        public void addDouble(double value) {
            parent.row[index] = value;
        }

        @Override
        public void addBoolean(boolean value) {
            parent.row[index] = value;
        }
    }
}
