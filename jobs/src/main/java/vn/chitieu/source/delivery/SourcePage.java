package vn.chitieu.source.delivery;

/**
 * A page or file that figures were read in.
 *
 * @param url its address, or the name of a document
 * @param kind a kind of {@code source_trust.csv}
 */
public record SourcePage(String url, String publisher, String kind, String note) {}
