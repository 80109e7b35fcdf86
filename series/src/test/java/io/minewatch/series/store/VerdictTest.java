package io.minewatch.series.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
  @ParameterizedTest(name = "{0} to {1} lines: {2}, {3}")
  @CsvSource({
    "200, 9, OK,    stored",
    "204, 9, OK,    stored",
    "0,   9, RETRY, no answer: not connected or timed out or cut",
    "301, 9, RETRY, moved: somebody will say where",
    "400, 9, SPLIT, a line among them cannot be taken",
    "400, 1, DROP,  this line cannot be taken",
    "401, 1, RETRY, our password is wrong: not the line's fault",
    "403, 1, RETRY, we may not write: not the line's fault",
    "404, 9, RETRY, the database is missing",
    "405, 1, RETRY, we knock at the wrong door",
    "407, 1, RETRY, a proxy wants us to sign in",
    "408, 9, RETRY, too slow",
    "413, 9, SPLIT, too much at once",
    "413, 1, DROP,  one line too long",
    "418, 1, DROP,  any other client error",
    "422, 9, SPLIT, outside what is kept",
    "425, 9, RETRY, too early",
    "429, 9, RETRY, too many writes",
    "500, 9, RETRY, the server failed",
    "502, 9, RETRY, the gateway failed",
    "503, 1, RETRY, the server is busy",
    "504, 1, RETRY, the gateway waited too long"
  })
  void everyAnswerHasItsClass(int status, int lines, Verdict expected, String because) {
    assertThat(Verdict.of(status, lines)).as(because).isEqualTo(expected);
  }
}
