package io.minewatch.alerting.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class ConsoleBuildTest {
  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void whatIsKeptForeverLiesElsewhereWhenAnyOfItHasChanged() {
    ConsoleBuild before = ConsoleBuild.of(Map.of("js/a.js", text("1"), "css/a.css", text("2")));
    assertThat(ConsoleBuild.of(Map.of("js/a.js", text("1"), "css/a.css", text("2"))))
        .isEqualTo(before);
    assertThat(ConsoleBuild.of(Map.of("js/a.js", text("1"), "css/a.css", text("3"))).prefix())
        .isNotEqualTo(before.prefix());
    assertThat(ConsoleBuild.of(Map.of("js/b.js", text("1"), "css/a.css", text("2"))).prefix())
        .isNotEqualTo(before.prefix());
  }

  @Test
  void thePageNamesEveryModuleBelowThePrefixAndTheLibrariesAsTheyAre() {
    ConsoleBuild build =
        ConsoleBuild.of(
            Map.of(
                "js/app.js", text("import {x} from './lib.js';"),
                "js/lib.js", text("export {x} from '/webjars/lit-html/3.3.2/lit-html.js';")));
    String page =
        build.page("<head><link href=\"/css/a.css\"><script src=\"/js/app.js\"></script></head>");
    String at = build.prefix();
    assertThat(page)
        .contains("href=\"" + at + "/css/a.css\"")
        .contains("<script src=\"" + at + "/js/app.js\">")
        .contains("<link rel=\"modulepreload\" href=\"" + at + "/js/lib.js\">")
        .contains("<link rel=\"modulepreload\" href=\"/webjars/lit-html/3.3.2/lit-html.js\">");
  }

  @Test
  void theConsoleThatThisProgramCarriesIsRead() {
    ConsoleBuild build = ConsoleBuild.read(new PathMatchingResourcePatternResolver());
    assertThat(build.modules())
        .contains(build.prefix() + "/js/app.js")
        .anyMatch(each -> each.startsWith("/webjars/lit-html/"));
  }
}
