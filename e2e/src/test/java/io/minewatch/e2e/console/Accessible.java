package io.minewatch.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Holds a page to WCAG 2.1 AA, as far as a machine can tell: axe-core looks at what is shown. */
public final class Accessible {
  private static final String AXE = script();

  private Accessible() {}

  /** Fails with every rule that the page breaks as it stands, and where. */
  public static void check(Page page, String what) {
    page.evaluate(AXE);
    Object broken =
        page.evaluate(
            """
            async () => (await axe.run(document, {
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'],
            })).violations.flatMap(rule => rule.nodes.map(node =>
              `${rule.id}: ${node.target.join(' ')} ${node.any.concat(node.all, node.none).map(c => c.message).join('; ')}`))
            """);
    assertThat((List<?>) broken).as("WCAG AA: " + what).isEmpty();
  }

  private static String script() {
    try (InputStream in = Accessible.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
