package io.minewatch.alerting.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownloadsAskedTest {
  @ParameterizedTest(name = "of {0} is kept {1}")
  @CsvSource({
    "'', ''",
    "from=2026-01-01&to=2026-02-01&by=MINE, from=2026-01-01&to=2026-02-01&by=MINE",
    "text=%E5%BC%A0&to=2026-02-01, text=*&to=2026-02-01",
    "to=2026-02-01&t%65xt=zhang, to=2026-02-01&text=*",
    "%74%65%78%74=zhang&text=li, text=*&text=*",
    "!text=zhang&_text=li&text[0]=wang, text=*&text=*&text=*",
    "text=a=b&area=14/1409, text=*&area=14/1409",
    "%zz=zhang&zone=UTC, text=*&zone=UTC"
  })
  void theLedgerKeepsWhatWasAskedAndNoTextThatWasSearchedFor(String query, String kept) {
    assertThat(Downloads.asked(query)).isEqualTo(kept);
  }
}
