package vn.chitieu.observation.codelist;

import vn.chitieu.observation.PublishedKind;

/**
 * How far to trust a kind of source, a line of {@code source_trust.csv}.
 *
 * @param rank 1 is best
 * @param publishedKind what a printed date of such a source is: a release or a page of the press
 */
public record SourceTrust(int rank, PublishedKind publishedKind) {

    public SourceTrust {
        if (rank < 1) {
            throw new IllegalArgumentException("Expecting a trust rank of at least 1 but was " + rank);
        }
    }
}
