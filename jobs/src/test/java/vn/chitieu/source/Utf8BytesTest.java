package vn.chitieu.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8BytesTest {

    /** The first and last characters of each length, and what lies just outside of them. */
    @ParameterizedTest
    @CsvSource({
        "7f, true",
        "80, false",
        "c1bf, false",
        "c280, true",
        "dfbf, true",
        "e09fbf, false",
        "e0a080, true",
        "ed9fbf, true",
        "eda080, false",
        "efbfbf, true",
        "f08fbfbf, false",
        "f0908080, true",
        "f48fbfbf, true",
        "f4908080, false",
        "f5808080, false",
        "c2, false",
        "e1ba, false",
        "e1ba41, false"
    })
    void knowsTheBoundsOfRfc3629(String hex, boolean isText) {
        assertThat(isText(HexFormat.of().parseHex(hex))).isEqualTo(isText);
    }

    @Test
    void agreesWithTheStrictDecoderOnAnyBytes() {
        Random random = new Random(7);
        int[] leads = {0x41, 0x80, 0xBF, 0xC2, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF4, 0xA0, 0x9F};
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[1 + random.nextInt(5)];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = (byte) leads[random.nextInt(leads.length)];
            }
            assertThat(isText(bytes)).as(HexFormat.of().formatHex(bytes)).isEqualTo(isDecoded(bytes));
        }
    }

    private static boolean isText(byte[] bytes) {
        Utf8Bytes characters = new Utf8Bytes();
        for (byte b : bytes) {
            if (!characters.takes(b & 0xFF)) {
                return false;
            }
        }
        return characters.isWhole();
    }

    private static boolean isDecoded(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
