package vn.chitieu.notebook;

import java.util.stream.Stream;

/** Labels that have broken other pages, terminals and spreadsheets. */
public final class HostileLabels {

    private HostileLabels() {}

    public static Stream<String> all() {
        return Stream.of(
                "</script><script>document.title='x'</script>",
                "<img src=x onerror=alert(1)>",
                "[x](javascript:alert(1))",
                "\"><svg onload=alert(1)>",
                "ends in \\",
                "a lone '",
                "{{7*7}} ${jndi:ldap://x} %X{a} $${env:HOME}",
                "'; DROP TABLE run--",
                "=HYPERLINK(\"x\")",
                "@SUM(1)",
                "＝1+1",
                "\t=1+1",
                "\u202eright to left\u2066",
                "zero\u0000 escape\u001b line\u2028",
                "10,000 letters " + "x".repeat(10_000),
                "<!-- ]]> --> &lt;b&gt; &amp;",
                "{0}{1}{9}",
                "CON",
                "a/b",
                "..");
    }
}
