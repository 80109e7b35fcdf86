package io.minewatch.ingest.files.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.ingest.files.Dropped;
import io.minewatch.ingest.files.found.FileResult;
import io.minewatch.ingest.files.found.RecordFault;
import io.minewatch.ingest.files.rows.KnownUnits;
import io.minewatch.ingest.files.table.Formats;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A mine's own order of a file that allows more than the domain does. */
class OwnFormatTest {
  private static final Formats OWN =
      Dropped.FORMATS.replacedBy(
          """
          format RYSS POSITIONS
          title  人员实时 | positions
          header mine name time
          field card CARD NEEDED CONFIRMED own 卡 | card
          field name PERSON OPEN CONFIRMED own 姓名 | name
          field in TEXT NEEDED CONFIRMED own 出入 | in
          field area CODE OPEN CONFIRMED own 区域 | area
          field station TEXT OPEN CONFIRMED own 基站 | station
          """);

  @Test
  void whatTheDomainRefusesCostsItsRecordAndIsNotRepeated() {
    String[] records = new String[6];
    for (int i = 0; i < records.length; i++) {
      records[i] = "c-" + i + ";测试甲;1;a-1;s-1";
    }
    records[3] = "c-3;s-1;1;a-1;测试 乙";
    FileReader reader = new FileReader(OWN, Dropped.WORDS, FileRules.NATIONAL, KnownUnits.NONE);
    byte[] content = Dropped.file(records).getBytes(StandardCharsets.UTF_8);

    FileResult result =
        reader.read(new Arrival(Dropped.name("RYSS"), content, Dropped.MADE, Dropped.NOW));

    FileResult.Taken taken = Dropped.taken(result);
    assertThat(taken.content().size()).isEqualTo(5);
    assertThat(taken.refused())
        .singleElement()
        .satisfies(
            bad -> {
              assertThat(bad.fault()).isEqualTo(RecordFault.NOT_ALLOWED);
              assertThat(bad.line()).isEqualTo(4);
              assertThat(bad.toString()).doesNotContain("测试");
            });
  }
}
