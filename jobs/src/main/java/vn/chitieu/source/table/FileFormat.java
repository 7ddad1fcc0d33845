package vn.chitieu.source.table;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** In what form the figures of a delivered file are written. */
public enum FileFormat {
    /** Fields between delimiters, RFC 4180. */
    CSV("csv"),
    /** SDMX-CSV 1.0 or 2.0. */
    SDMX_CSV("sdmx-csv"),
    /** SDMX-ML 2.1 data, generic or structure-specific. */
    SDMX_ML("sdmx-ml"),
    /** A table of Parquet, read in bulk. */
    PARQUET("parquet"),
    /** A workbook of another office, read by a layout of the catalogue. */
    WORKBOOK("xlsx");

    private final String code;

    FileFormat(String code) {
        this.code = code;
    }

    /** Returns the word for it in {@code datapackage.json}. */
    public String code() {
        return code;
    }

    /** Returns whether it is a form of SDMX. */
    public boolean isSdmx() {
        return this == SDMX_CSV || this == SDMX_ML;
    }

    /**
     * Returns the format with a code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static FileFormat ofCode(String code) {
        return find(code)
                .orElseThrow(() -> new IllegalArgumentException("Expecting format one of "
                        + Arrays.stream(values()).map(FileFormat::code).collect(Collectors.joining(", ")) + " but was '"
                        + code + "'"));
    }

    /** Returns the format with a code, if there is one. */
    public static Optional<FileFormat> find(String code) {
        return Arrays.stream(values())
                .filter(format -> format.code.equals(code))
                .findFirst();
    }
}
