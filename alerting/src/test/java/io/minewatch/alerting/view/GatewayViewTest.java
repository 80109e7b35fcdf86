package io.minewatch.alerting.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.series.note.Rewrite;
import io.minewatch.series.note.RewriteCount;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatewayViewTest {
  @Test
  void aGatewayOfWhichNothingElseIsHeardIsStillToldForWhatItRewrote() {
    MineCode mine = new MineCode("140921021337");
    RewriteCount told =
        new RewriteCount(mine, new GatewayId("gw-gone"), "T1", Rewrite.Cause.UNEXPLAINED, 3);

    List<GatewayView> all = GatewayView.of(List.of(), null, List.of(told));

    assertThat(all).extracting(GatewayView::gateway).containsExactly("gw-gone");
    assertThat(all.get(0).rewritten())
        .containsExactly(new GatewayView.Rewritten("T1", Rewrite.Cause.UNEXPLAINED, 3));
    assertThat(all.get(0).state()).isNull();
  }
}
