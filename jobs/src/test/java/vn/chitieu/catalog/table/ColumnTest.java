package vn.chitieu.catalog.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTest {

    @Test
    void aColumnIsRequiredOrMayBeEmpty() {
        assertThat(Column.required("p97_5", ColumnType.DOUBLE))
                .isEqualTo(new Column("p97_5", ColumnType.DOUBLE, false));
        assertThat(Column.optional("name_vi", ColumnType.TEXT)).isEqualTo(new Column("name_vi", ColumnType.TEXT, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Name", "2024", "_name", "name vi", "name-vi", "tên", "nameVi", "name\n", "a.b"})
    void aNameThatIsNotSnakeCaseIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Column.required(name, ColumnType.TEXT))
                .withMessage("Expecting a column name in snake_case but was '" + name + "'");
    }
}
