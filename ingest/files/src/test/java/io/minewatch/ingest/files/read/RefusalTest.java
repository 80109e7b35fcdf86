package io.minewatch.ingest.files.read;

import static io.minewatch.ingest.files.Dropped.file;
import static io.minewatch.ingest.files.Dropped.taken;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.ingest.files.Dropped;
import io.minewatch.ingest.files.found.Content;
import io.minewatch.ingest.files.found.FileResult;
import io.minewatch.ingest.files.found.RefusedRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalTest {
  private static final String POINT = "14092102133701MN0001A001";
  private static final String AREA = "1409210213370008";

  @Test
  void aRefusalNamesFileRecordFieldAndReasonButNobody() {
    FileResult result = Dropped.read("RYSS", file("测试 甲;测试甲;1;;;" + AREA + ";;;;;;正常;0;0;"));

    assertThat(((FileResult.Refused) result).records())
        .singleElement()
        .satisfies(
            bad ->
                assertThat(bad.toString())
                    .contains(
                        "140921021337_RYSS_20260101080000.txt",
                        "record 1",
                        "field 'card'",
                        "NOT_A_CODE")
                    .doesNotContain("测试"));
  }

  @Test
  void fieldsSwappedOrShiftedPutNoNameIntoAReason() {
    String rest = AREA + ";;;;;;正常;0;0;";
    for (FileResult result :
        List.of(
            Dropped.read("RYSS", file("c-1;1;测试甲;;;" + rest)),
            Dropped.read("RYSS", file("c-1;1;1;测试甲;;" + rest)),
            Dropped.read("RYCS", file("c-1;;;测试甲;;;;;")),
            Dropped.read(
                "YCBJ",
                file(POINT + ";环境瓦斯;;%;测试甲;2026-01-01 07:00:00;;;;;;;;;;;2026-01-01 07:12:00")),
            Dropped.readJson("RYSS", "{\"send_time\":\"2026-01-01 08:00:00\",\"data\":[测试甲"))) {
      FileResult.Refused refused = (FileResult.Refused) result;

      assertThat(refused.detail()).doesNotContain("测试");
      assertThat(refused.records())
          .extracting(RefusedRecord::toString)
          .noneMatch(r -> r.contains("测试"));
    }
  }

  @Test
  void anEventWithoutItsCutOffAreaButWithASeparatorBehindIsReadRight() {
    String event =
        POINT
            + ";环境瓦斯;工作面;%;001;2026-01-01 07:00:00;;1.2;2026-01-01 07:05:00;"
            + "0.4;2026-01-01 07:00:00;0.9;打钻;加强通风;测试丁;2026-01-01 07:12:00;";

    var alarm =
        ((Content.Alarms) taken(Dropped.read("YCBJ", file(event))).content()).alarms().get(0);

    assertThat(alarm.told())
        .containsEntry("reason", "打钻")
        .containsEntry("measures", "加强通风")
        .containsEntry("enteredBy", "测试丁")
        .containsEntry("time", "2026-01-01 07:12:00")
        .doesNotContainKey("cutArea");
  }
}
