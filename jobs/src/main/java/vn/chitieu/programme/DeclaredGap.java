package vn.chitieu.programme;

import java.io.Serializable;
import vn.chitieu.text.LocalizedText;

/**
 * Why no published figure serves a target.
 *
 * @param reasonCode {@code no_data}, {@code no_history_of_scope}, {@code index_not_compiled}, {@code assessed_by_hand},
 *     …
 */
public record DeclaredGap(String programmeId, String targetId, String reasonCode, LocalizedText reason)
        implements Serializable {}
