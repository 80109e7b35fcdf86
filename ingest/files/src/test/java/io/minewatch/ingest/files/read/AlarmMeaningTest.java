package io.minewatch.ingest.files.read;

import static io.minewatch.ingest.files.Dropped.file;
import static io.minewatch.ingest.files.Dropped.taken;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.ingest.files.Dropped;
import io.minewatch.ingest.files.found.AlarmRecord;
import io.minewatch.ingest.files.found.Content;
import io.minewatch.ingest.files.found.FileResult;
import io.minewatch.ingest.files.words.AlarmKind;
import org.junit.jupiter.api.Test;

/** What the mine's own system raised is kept as it tells it. */
class AlarmMeaningTest {
  private static final String POINT = "14092102133701MN0001A001";

  @Test
  void anAlarmIsKeptAsTheMinesSystemTellsIt() {
    AlarmRecord alarm =
        alarm(
            Dropped.read(
                "YCBJ",
                file(POINT + ";环境瓦斯;工作面;%;002;2026-01-01 07:00:00;;1.2;;0.4;;0.9;打钻;加强通风;测试丁;")));

    assertThat(alarm.kind()).isEqualTo(AlarmKind.POWER_CUT);
    assertThat(alarm.raw()).isEqualTo("002");
    assertThat(alarm.end()).isNull();
    assertThat(alarm.told()).containsEntry("max", "1.2").containsEntry("reason", "打钻");
    assertThat(alarm.toString()).doesNotContain("测试丁");
  }

  @Test
  void aSlopeAlarmAndItsClearanceAreTwoRecords() {
    AlarmRecord raised =
        alarm(
            Dropped.readJson(
                "gnssalarm",
                "{\"send_time\":\"2026-01-01 08:00:00\",\"data\":[{\"equip_no\":\"G1\","
                    + "\"alarm_time\":\"2026-01-01 07:59:00\",\"alarm_level\":1,\"warning_parameters\":"
                    + "{\"horizontal_displacement\":10},\"alarm_value\":{\"horizontal_displacement\":11}}]}"));
    AlarmRecord cleared =
        alarm(
            Dropped.readJson(
                "clearalarm",
                "{\"send_time\":\"2026-01-01 08:00:00\",\"data\":[{\"equip_no\":\"G1\",\"alarm_time\":"
                    + "\"2026-01-01 07:00:00\",\"handle_time\":\"2026-01-01 07:59:00\",\"description\":\"人员已撤离\"}]}"));

    assertThat(raised.kind()).isEqualTo(AlarmKind.SLOPE);
    assertThat(raised.told())
        .containsEntry("level", "1")
        .containsEntry("displacement", "11")
        .containsEntry("limit_displacement", "10");
    assertThat(cleared.kind()).isEqualTo(AlarmKind.SLOPE_CLEARED);
    assertThat(cleared.told()).containsEntry("text", "人员已撤离");
  }

  private static AlarmRecord alarm(FileResult result) {
    return ((Content.Alarms) taken(result).content()).alarms().get(0);
  }
}
