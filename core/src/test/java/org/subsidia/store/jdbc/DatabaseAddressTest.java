package org.subsidia.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.subsidia.finding.Finding;

class DatabaseAddressTest {
    private static DatabaseAddress parse(String text) {
        return DatabaseAddress.parse(text, Map.of("SUBSIDIA_DB_PASSWORD", "secret")::get)
                .get();
    }

    private static String refusal(String text) {
        Finding finding = DatabaseAddress.parse(text, name -> null).findings().get(0);
        assertThat(finding.toString()).doesNotContain("secret");
        return finding.code();
    }

    @Test
    void shown_neverHoldsCredentials() {
        for (String text : new String[] {
            "jdbc:postgresql://h:5/d?user=anne&password=secret#p",
            "jdbc:postgresql://anne:secret@h:5/d#p",
            "jdbc:h2:./d;USER=sa;PASSWORD=secret#p"
        }) {
            assertThat(parse(text).toString()).doesNotContain("secret", "anne").endsWith("d#p");
            assertThat(parse(text).portfolio()).isEqualTo("p");
        }
        assertThat(parse("jdbc:h2:./d").shown()).isEqualTo("jdbc:h2:./d");
        assertThat(parse("jdbc:h2:./d").withPortfolio("q").shown()).isEqualTo("jdbc:h2:./d#q");
    }

    @Test
    void kept_isTheAddressWithoutItsCredentials() {
        assertThat(parse("jdbc:postgresql://h:5/d?user=anne&password=secret&sslmode=require#p")
                        .kept())
                .isEqualTo("jdbc:postgresql://h:5/d?sslmode=require#p");
        assertThat(parse("jdbc:postgresql://anne:secret@h/d?sslmode=require&sslpassword=secret#p")
                        .kept())
                .isEqualTo("jdbc:postgresql://h/d?sslmode=require#p");
        assertThat(parse("jdbc:h2:./d;USER=sa;AUTO_SERVER=TRUE;PASSWORD=secret#p")
                        .kept())
                .isEqualTo("jdbc:h2:./d;AUTO_SERVER=TRUE#p");
        assertThat(parse("jdbc:h2:./d").kept()).isEqualTo("jdbc:h2:./d");
    }

    @Test
    void parse_whatIsNoAddress_isRefusedWithoutItsPassword() {
        assertThat(refusal("jdbc:mysql://h/d?password=secret#p")).isEqualTo("STORE-DB-URL");
        assertThat(refusal("jdbc:h2:./d;PASSWORD=secret;INIT=RUNSCRIPT FROM 'x'#p"))
                .isEqualTo("STORE-DB-URL-INIT");
        assertThat(refusal("jdbc:h2:./d;PASSWORD=secret#" + "x".repeat(201))).isEqualTo("STORE-DB-NAME");
        assertThat(refusal("jdbc:h2:./d#\u0000")).isEqualTo("STORE-DB-NAME");
        assertThat(DatabaseAddress.isMeant("JDBC:h2:x")).isTrue();
        assertThat(DatabaseAddress.isMeant("jdbc.subsidia")).isFalse();
    }
}
