package vn.chitieu.projection.evaluation;

import java.io.Serializable;
import vn.chitieu.projection.dense.PooledTables;

/** The pooled tables that each case is answered with. */
interface CaseTables extends Serializable {

    /** Returns the same tables for every case. */
    static CaseTables same(PooledTables tables) {
        return new CaseTables() {
            private static final long serialVersionUID = 1L;

            @Override
            public PooledTables prior() {
                return tables;
            }

            @Override
            public PooledTables of(EvaluationCase question) {
                return tables;
            }

            @Override
            public String reason(EvaluationCase question) {
                return "";
            }
        };
    }

    /** Returns the tables whose constants the origins of a series have. */
    PooledTables prior();

    PooledTables of(EvaluationCase question);

    /** Returns why they are not the ones that were asked for; {@code ""} if they are. */
    String reason(EvaluationCase question);
}
