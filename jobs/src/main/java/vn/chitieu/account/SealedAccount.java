package vn.chitieu.account;

import java.io.Serializable;
import java.time.LocalDate;
import vn.chitieu.catalog.rows.Sealed;

/** The accounts of one area as they stood on a day, as a task made them: small until they are opened. */
public record SealedAccount(String areaCode, LocalDate asOf, Sealed<AccountResult> result) implements Serializable {

    public static SealedAccount of(AreaAccount account) {
        return new SealedAccount(account.areaCode(), account.asOf(), Sealed.of(account.result()));
    }

    public AreaAccount open() {
        return new AreaAccount(areaCode, asOf, result.open());
    }
}
