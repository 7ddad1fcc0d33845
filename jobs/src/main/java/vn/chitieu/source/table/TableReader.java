package vn.chitieu.source.table;

import java.util.List;
import vn.chitieu.catalog.DataException;

/** The rows of a delivered table of figures, whatever form it is written in: every reader gives the same columns. */
public final class TableReader {

    private TableReader() {}

    /**
     * Returns the rows of a file with the columns of figures.
     *
     * @throws IllegalArgumentException if it is a workbook, which is read by its layout
     * @throws DataException if the file as a whole cannot be read; the message names file and line
     */
    public static SourceRows read(
            String deliveryId, String file, byte[] content, Declaration declaration, List<String> columns) {
        return switch (declaration.format()) {
            case CSV -> TidyCsv.read(deliveryId, file, content, declaration, columns);
            case SDMX_CSV -> SdmxCsv.read(deliveryId, file, content, declaration, columns);
            case SDMX_ML -> SdmxMl.read(deliveryId, file, content, declaration, columns);
            case PARQUET -> ParquetTable.read(deliveryId, file, content, declaration, columns);
            case WORKBOOK -> throw new IllegalArgumentException("Expecting a table but was a workbook, " + file);
        };
    }
}
