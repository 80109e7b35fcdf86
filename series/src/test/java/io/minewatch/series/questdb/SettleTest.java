package io.minewatch.series.questdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.minewatch.domain.reading.Measure;
import io.minewatch.series.store.Lines;
import io.minewatch.series.store.SeriesException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
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
  void whatIsBehindIsWaitedForWhateverElseIsSuspended() throws Exception {
    String ill = "[\"%s\", true]".formatted(Lines.POSITION);
    QuestDbNotes notes = told("[[\"methane\", false], %s]".formatted(ill), "[%s]".formatted(ill));
    notes.settle(GAS);
    assertThat(looks).isEqualTo(2);
  }

  /** It shows less than was written, and takes nothing until somebody mends it. */
  @Test
  void readingsOfASuspendedTableCannotBeRead() throws Exception {
    assertThatThrownBy(() -> told("[[\"methane\", true]]").settle(GAS))
        .isInstanceOf(SeriesException.class)
        .hasMessageContaining("suspended the table methane");
  }

  /** Somebody could suspend a table that nobody looks at, to keep all others from being proven. */
  @Test
  void aSuspendedTableOfAnotherMeasureHoldsNothingUp() throws Exception {
    told("[[\"water_level\", true]]").settle(GAS);
    assertThat(looks).isEqualTo(1);
  }

  @Test
  void itIsAskedOfOurTablesAlone() throws Exception {
    told("[]").settle(GAS);
    List<String> named = Arrays.asList(asked.replaceAll(".*\\(|\\)", "").split(", ", -1));
    assertThat(named).contains("'methane'", "'statistic_5m'").hasSize(QuestDbTables.NAMES.size());
  }
}
