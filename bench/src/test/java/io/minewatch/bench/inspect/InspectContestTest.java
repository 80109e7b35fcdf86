package io.minewatch.bench.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.fourline.FourLineIndex.By;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index of a nation, as small as it can be: every question is answered of what was planted. */
class InspectContestTest {
  @Test
  void everyQuestionIsTimedOnTheOutagesOfItsDay(@TempDir Path folder) {
    List<InspectContest.Asked> asked = new InspectContest(12, 3, 1).run(folder, said -> {});
    assertThat(asked).hasSize(By.values().length + 2);
    assertThat(asked)
        .allSatisfy(each -> assertThat(each.millis()).hasSize(1).hasSameSizeAs(each.cpu()))
        .filteredOn(each -> each.what().startsWith("nation"))
        .allSatisfy(each -> assertThat(each.outages()).isBetween(120, 140));
    assertThat(asked)
        .filteredOn(each -> each.what().endsWith("by MINE"))
        .extracting(InspectContest.Asked::rows)
        .containsExactly(12, 1);
  }
}
