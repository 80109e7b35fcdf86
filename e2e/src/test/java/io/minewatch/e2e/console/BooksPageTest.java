package io.minewatch.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/** A regulator goes from the area to a mine's seal and books, in both languages. */
class BooksPageTest extends AtTheConsole {
  @Test
  void aRegulatorSeesWhatIsBehindTheSealAndWhichPairOfTheBooksDisagreesSinceWhen() {
    Page page = screen.page(1280, 900, ColorScheme.DARK, "zh-CN");
    signIn(page, "regulator");
    page.evaluate("location.hash = '#/area/14/1409/140921'");
    page.locator("main a[href='#/books/140921021337']").click();
    assertThat(page.locator("h1")).hasText("封条与班台账");
    Locator boxes = page.locator(".card-box");
    assertThat(boxes.nth(0)).containsText("提升用电占比高于生产期间");
    assertThat(boxes.nth(0)).containsText("带式输送机");
    assertThat(boxes.nth(0).locator(".tag.ok")).hasCount(0); // a sign is no green
    assertThat(boxes.nth(0)).containsText("有不符，尚不构成线索");
    assertThat(boxes.nth(1)).containsText("提升用电量／用电量");
    assertThat(boxes.nth(1)).containsText("+36%");
    assertThat(boxes.nth(1)).containsText("x-7");
    assertThat(boxes.nth(3).locator("tbody tr")).hasCount(12);
    assertThat(boxes.nth(3)).containsText("没有数据，不知道");
    boxes.nth(1).getByText("提升用电量／用电量").click();
    assertThat(boxes.nth(2).locator("tbody tr")).hasCount(12);
    assertThat(boxes.nth(2).locator(".warn")).hasCount(8);
    picture(page, "66-books");

    Page phone = screen.page(390, 844, ColorScheme.LIGHT, "en-US");
    signIn(phone, "regulator");
    phone.evaluate("location.hash = '#/books/140921021337'");
    assertThat(phone.locator("h1")).hasText("Seal and books");
    assertThat(phone.locator(".card-box").nth(1)).containsText("Power of the hoist by power");
    assertThat(phone.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    picture(phone, "67-books-phone");

    Page other = screen.page(1280, 720, ColorScheme.DARK, "zh-CN");
    signIn(other, "dispatcher");
    other.evaluate("location.hash = '#/books/140921021337'");
    assertThat(other.locator("h1", new Page.LocatorOptions().setHasText("封条与班台账"))).hasCount(0);
  }
}
