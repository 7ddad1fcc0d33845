package vn.chitieu.programme;

import java.io.Serializable;
import vn.chitieu.text.LocalizedText;

/** One numbered target of a programme, which may have several numbered parts. */
public record TargetGroup(int groupNo, LocalizedText name) implements Serializable {}
