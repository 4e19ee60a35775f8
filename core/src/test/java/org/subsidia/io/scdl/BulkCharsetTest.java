package org.subsidia.io.scdl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BulkCharsetTest {
    private static int firstDoubt(BulkCharset charset, byte[] text) {
        byte[] padded = Arrays.copyOf(text, text.length + BulkWord.PADDING);
        return charset.firstDoubt(padded, 0, text.length);
    }

    @Test
    void utf8_french_isBeyondDoubt() {
        byte[] text =
                "Pôle d’économie sociale — « Œuvre », 5 €, n° 1 ".repeat(20).getBytes(StandardCharsets.UTF_8);
        assertThat(firstDoubt(BulkCharset.UTF_8, text)).isEqualTo(text.length);
    }

    @Test
    void utf8_randomBytes_neverPastAGuiltyOne() {
        Random random = new Random(1);
        String[] pieces = {"é", "’", "a", "\u00a0", "€", "œ", "à", "\ud83d\ude00", "\u0800", "\ud7ff"};
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 30; i++) {
                text.append(pieces[random.nextInt(round % 2 == 0 ? 7 : pieces.length)]);
            }
            byte[] bytes = text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
            int hurt = random.nextInt(bytes.length - 1);
            if (round % 3 != 0) {
                bytes[hurt] = (byte) random.nextInt(256);
            }
            int doubt = firstDoubt(BulkCharset.UTF_8, bytes);
            int guilty = firstGuilty(bytes);
            assertThat(doubt).as("round %d", round).isLessThanOrEqualTo(guilty);
            if (round % 6 == 0) {
                assertThat(doubt).as("round %d", round).isEqualTo(bytes.length);
            }
        }
    }

    private static int firstGuilty(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        StandardCharsets.UTF_8.newDecoder().decode(in, CharBuffer.allocate(bytes.length), true);
        return in.position();
    }

    @Test
    void windows1252_accentsAreBeyondDoubt_utf8AndUndefinedBytesAreNot() {
        Charset charset = Charset.forName("windows-1252");
        byte[] good = "Région Île-de-France : 5 € à l’été".getBytes(charset);
        assertThat(firstDoubt(BulkCharset.WINDOWS_1252, good)).isEqualTo(good.length);
        byte[] other = "Région".getBytes(StandardCharsets.UTF_8);
        assertThat(firstDoubt(BulkCharset.WINDOWS_1252, other)).isEqualTo(1);
        assertThat(firstDoubt(BulkCharset.WINDOWS_1252, new byte[] {'a', (byte) 0x81, 'b'}))
                .isEqualTo(1);
    }

    @Test
    void word_digits_areReadAndCounted() {
        byte[] bytes = "20230115x1y2z/:9".getBytes(StandardCharsets.US_ASCII);
        assertThat(BulkWord.number(BulkWord.at(bytes, 0))).isEqualTo(20230115);
        assertThat(BulkWord.number(BulkWord.at(bytes, 1))).isEqualTo(-1);
        assertThat(BulkWord.digits(BulkWord.at(bytes, 0))).isEqualTo(8);
        assertThat(BulkWord.digits(BulkWord.at(bytes, 8))).isEqualTo(3);
        assertThat(BulkWord.digits(BulkWord.at("éà’«»".getBytes(StandardCharsets.UTF_8), 0)))
                .isZero();
    }
}
