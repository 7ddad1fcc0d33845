package vn.chitieu.observation;

import java.util.Optional;
import vn.chitieu.text.LocalizedText;

/**
 * A sector or branch of {@code CL_ACTIVITY}.
 *
 * @param parentCode the activity it belongs to; empty for the total
 * @param isic sections of ISIC Rev. 4; empty for taxes less subsidies
 */
public record Activity(String code, LocalizedText name, Optional<String> parentCode, Optional<String> isic) {}
