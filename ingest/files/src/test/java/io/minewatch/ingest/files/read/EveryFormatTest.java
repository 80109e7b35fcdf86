package io.minewatch.ingest.files.read;

import static io.minewatch.ingest.files.Dropped.inWords;
import static io.minewatch.ingest.files.Dropped.taken;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.ingest.files.Dropped;
import io.minewatch.ingest.files.Examples;
import io.minewatch.ingest.files.found.FileResult;
import io.minewatch.ingest.files.table.Format;
import io.minewatch.ingest.files.table.Gives;
import io.minewatch.ingest.files.table.Need;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every table, made from the table itself. */
class EveryFormatTest {
  static List<Format> formats() {
    return Dropped.FORMATS.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void aRecordWithEveryFieldIsTaken(Format format) {
    FileResult result = Examples.read(format, List.of(Examples.full(format)));

    assertThat(taken(result).content().size()).isGreaterThanOrEqualTo(1);
    assertThat(taken(result).refused()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void aRecordWithTheNeededFieldsAloneIsTaken(Format format) {
    FileResult result = Examples.read(format, List.of(Examples.needed(format)));

    assertThat(taken(result).refused()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void eachNeededFieldIsMissedByName(Format format) {
    format.fields().stream()
        .filter(field -> field.need() == Need.NEEDED)
        .forEach(
            field -> {
              var record = Examples.needed(format);
              record.put(field.name(), "");
              FileResult result = Examples.read(format, List.of(record));

              assertThat(result).isInstanceOf(FileResult.Refused.class);
              assertThat(((FileResult.Refused) result).records())
                  .singleElement()
                  .satisfies(bad -> assertThat(bad.field()).isEqualTo(field.name()))
                  .satisfies(bad -> assertThat(bad.line()).isEqualTo(1))
                  .satisfies(bad -> assertThat(bad.file()).contains(format.type()));
            });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void oneBadRecordNeverCostsItsNeighbours(Format format) {
    var good = Examples.full(format);
    var bad = Examples.full(format);
    bad.put(
        format.gives() == Gives.PEOPLE || format.gives() == Gives.POSITIONS ? "card" : "code", "");

    FileResult result = Examples.read(format, List.of(good, good, bad, good, good));

    assertThat(inWords(result)).contains("TAKEN").contains("- 3 ").contains("MISSING");
    assertThat(taken(result).refused()).hasSize(1);
    assertThat(taken(result).content().size())
        .isEqualTo(4 * taken(Examples.read(format, List.of(good))).content().size());
  }
}
