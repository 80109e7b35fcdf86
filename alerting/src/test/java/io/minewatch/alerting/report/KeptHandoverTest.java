package io.minewatch.alerting.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.alerting.shift.Handover;
import io.minewatch.alerting.shift.Handover.Standing;
import io.minewatch.alerting.view.OpenMatters;
import io.minewatch.alerting.view.ShiftView;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was open is kept as JSON for as long as the database: what older programs wrote is read and
 * printed. A component that is added has to be one that may be absent.
 */
class KeptHandoverTest {
  private static final Instant T = Instant.parse("2026-03-01T08:00:00Z");

  private static OpenMatters kept(String file) throws Exception {
    try (InputStream in = KeptHandoverTest.class.getResourceAsStream("/handover/" + file)) {
      return JsonMapper.shared().readValue(Objects.requireNonNull(in, file), OpenMatters.class);
    }
  }

  @Test
  void aHandoverOfAnOlderProgramIsPrinted() throws Exception {
    ShiftView shift =
        new ShiftView(
            "s-1",
            "14",
            Standing.GIVEN,
            "wang",
            "王",
            T,
            "",
            "",
            null,
            null,
            null,
            "",
            Handover.Named.NOBODY,
            null,
            false,
            false);
    ShiftView.Whole whole = new ShiftView.Whole(shift, kept("open-matters-v202.json"), null, true);
    assertThat(new ShiftReport(Tongue.ZH, ZoneId.of("Asia/Shanghai"), T).of(whole, "山西"))
        .contains("样板煤矿", "命令 1 道，未撤出 2", "T2-0101", "gw-01", "调度员")
        .contains("【演练】")
        .doesNotContain("null");
  }
}
