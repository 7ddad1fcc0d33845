package vn.chitieu.account;

import java.io.Serializable;
import java.time.LocalDate;

/** The accounts of one area as they stood on a day. */
public record AreaAccount(String areaCode, LocalDate asOf, AccountResult result) implements Serializable {}
