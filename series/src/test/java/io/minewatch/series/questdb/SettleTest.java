package io.minewatch.series.questdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.minewatch.domain.reading.Measure;
import io.minewatch.series.store.SeriesException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When what QuestDB has confirmed can be read, by what it tells of its tables. */
class SettleTest {
  private static final Set<Measure> GAS = Set.of(Measure.METHANE);
  private String asked = "";
  private int looks;

  /** The answers to one look after another, the last one for ever. */
  private QuestDbNotes told(String... answers) throws Exception {
    Deque<JsonNode> left = new ArrayDeque<>();
    for (String answer : answers) {
      left.add(new ObjectMapper().readTree(answer));
    }
    return new QuestDbNotes(
        query -> {
          asked = query;
          looks++;
          return left.size() > 1 ? left.remove() : left.element();
        });
  }

  @Test
  void whatIsBehindIsWaitedFor() throws Exception {
    QuestDbNotes notes = told("[[\"methane\", false]]", "[[\"methane\", false]]", "[]");
    notes.settle(GAS);
    assertThat(looks).isEqualTo(3);
  }

  /** It shows less than was written, and takes nothing until somebody mends it. */
  @Test
  void readingsOfASuspendedTableCannotBeRead() throws Exception {
    assertThatThrownBy(() -> told("[[\"methane\", true]]").settle(GAS))
        .isInstanceOf(SeriesException.class)
        .hasMessageContaining("suspended the table methane");
  }

  /**
   * Somebody could suspend a table that nobody looks at, to keep all others from being proven; and
   * one that everybody writes to is always a little behind.
   */
  @Test
  void noTableIsAskedOfThatIsNotToBeRead() throws Exception {
    told("[]").settle(Set.of(Measure.METHANE, Measure.WATER_LEVEL));
    assertThat(asked).endsWith(" AND name IN ('methane', 'water_level')");
  }

  @Test
  void whereNothingIsToBeReadNothingIsAsked() throws Exception {
    told("[[\"methane\", true]]").settle(Set.of());
    assertThat(looks).isZero();
  }
}
