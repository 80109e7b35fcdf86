package io.minewatch.e2e.console;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class AccessibleTest {
  private static final String PAGE =
      "<!doctype html><html lang=en><title>t</title><main><p style='color:%s'>words</p></main>";

  @Test
  void namesWhatCannotBeReadAndLetsPassWhatCan() {
    Assumptions.assumeTrue(
        Screen.installed().isPresent(), "no Chromium is installed: not looked at");
    try (Screen screen = new Screen()) {
      Page page = screen.page(400, 300, ColorScheme.LIGHT, "en-US");
      page.setContent(PAGE.formatted("#ccc"));
      assertThatThrownBy(() -> Accessible.check(page, "grey on white"))
          .hasMessageContaining("grey on white")
          .hasMessageContaining("color-contrast: p");
      page.setContent(PAGE.formatted("#222"));
      assertThatCode(() -> Accessible.check(page, "black on white")).doesNotThrowAnyException();
    }
  }
}
