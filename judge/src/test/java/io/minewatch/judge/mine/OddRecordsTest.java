package io.minewatch.judge.mine;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.feed.RefusedRecord;
import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.feed.Rejection;
import io.minewatch.domain.reading.Lane;
import io.minewatch.domain.reading.Quality;
import io.minewatch.domain.reading.ReadingBatch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records of a message that are refused, or taken otherwise than they came. */
class OddRecordsTest {
  private final Bench mine = new Bench(Plans.methane(1, 0, 0));

  @Test
  void whatIsTakenButNotAsItCameIsToldAndDoesNotCountAsRefused() {
    ReadingBatch batch = Bench.batch("T0", 0.5, "%CH4", Bench.START, Quality.SUSPECT);
    RefusedRecord odd = new RefusedRecord(RejectReason.UNREADABLE, "no such quality", true);
    RefusedRecord lost = new RefusedRecord(RejectReason.UNREADABLE, "no number");
    Verdicts out = new Verdicts();
    MineJudge.onReadings(
        mine.memory,
        batch,
        List.of(odd, lost),
        mine.origin(0, 0, Lane.LIVE),
        new Moment(Bench.START, Bench.START),
        out);

    assertThat(out.rejections())
        .extracting(Rejection::detail)
        .containsExactly("no such quality", "no number");
    assertThat(mine.memory.tally().rejected()).isEqualTo(1);
  }
}
