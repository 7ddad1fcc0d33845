package vn.chitieu.notebook.jupyter;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class NotebookFileTest {

    @Test
    void refusesTwoCellsOfOneNameAndNamesThatNotebooksRefuse() {
        NotebookFile notebook = new NotebookFile().markdown("head", "# a");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> notebook.markdown("head", "b"))
                .withMessageContaining("but was 'head'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> notebook.code("ô một", "1"))
                .withMessageContaining("small letters, digits and hyphens");
    }
}
