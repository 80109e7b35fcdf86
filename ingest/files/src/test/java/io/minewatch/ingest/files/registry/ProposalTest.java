package io.minewatch.ingest.files.registry;

import static io.minewatch.ingest.files.Dropped.file;
import static io.minewatch.ingest.files.Dropped.taken;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.ingest.files.Dropped;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProposalTest {
  private static final String P1 = "14092102133701MN0001A001";
  private static final String P2 = "14092102133701MN0001A002";

  @Test
  void whatIsNewIsAddedWhatDiffersIsChangedWhatIsGoneIsRemoved() {
    KnownMine known =
        new KnownMine(
            List.of(
                entry(
                    Subject.POINT,
                    P1,
                    "CDDY",
                    "name",
                    "上隅角",
                    "measure",
                    "METHANE",
                    "unit",
                    "%",
                    "upperAlarm",
                    "0.8"),
                entry(Subject.POINT, "P-OLD", "CDDY", "name", "旧"),
                entry(Subject.POINT, "P-HAND", "", "name", "手工录入")));

    Proposal proposal =
        Proposal.between(known, taken(Dropped.read("CDDY", file(point(P1, "1.0"), point(P2, "")))));

    assertThat(proposal.changes())
        .extracting(Change::toString)
        .containsExactly(
            "CHANGED POINT " + P1 + "[FieldChange[field=upperAlarm, before=0.8, after=1.0]]",
            "ADDED POINT "
                + P2
                + "[FieldChange[field=measure, before=, after=METHANE], "
                + "FieldChange[field=name, before=, after=上隅角], "
                + "FieldChange[field=unit, before=, after=%]]",
            "REMOVED POINT P-OLD[FieldChange[field=name, before=旧, after=]]");
    assertThat(proposal.mine().value()).isEqualTo(Dropped.MINE);
    assertThat(proposal.made()).isEqualTo(Dropped.MADE);
  }

  @Test
  void aThresholdThatVanishesIsAChange() {
    KnownMine known =
        new KnownMine(
            List.of(
                entry(
                    Subject.POINT,
                    P1,
                    "CDDY",
                    "name",
                    "上隅角",
                    "measure",
                    "METHANE",
                    "unit",
                    "%",
                    "upperAlarm",
                    "1.0")));

    Proposal proposal =
        Proposal.between(known, taken(Dropped.read("CDDY", file(point(P1, "-0.01")))));

    assertThat(proposal.changes())
        .singleElement()
        .satisfies(
            change ->
                assertThat(change.fields())
                    .containsExactly(new Change.FieldChange("upperAlarm", "1.0", "")));
  }

  @Test
  void theSameFileAgainProposesNothing() {
    var file = taken(Dropped.read("CDDY", file(point(P1, "1.0"), point(P2, ""))));

    assertThat(Proposal.between(new KnownMine(Defined.by(file)), file).changes()).isEmpty();
  }

  @Test
  void ofTwoRecordsWithOneIdTheLaterCountsAndThePersonIsTold() {
    Proposal proposal =
        Proposal.between(
            new KnownMine(List.of()),
            taken(Dropped.read("CDDY", file(point(P1, "1.0"), point(P1, "0.5")))));

    assertThat(proposal.doubled()).containsExactly(P1);
    assertThat(proposal.changes())
        .singleElement()
        .satisfies(
            change ->
                assertThat(change.fields())
                    .contains(new Change.FieldChange("upperAlarm", "", "0.5")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // unit, high, low; what becomes of it
        "%    | 4     | 0     | {highest=4.0, lowest=0.0}",
        "ppm  | 40000 | 0     | {highest=4.0, lowest=0.0}",
        "%    | 4     | -0.01 | {highest=4.0}",
        "%    | 0     | 4     | {high=0.0, low=4.0}",
        "%    | ''    | ''    | {}"
      })
  void theRangeOfASensorIsToldInTheUnitOfItsMeasureOrAsItStands(
      String unit, String high, String low, String told) {
    String record = point(P1, "").replace("MN;%;;", "MN;" + unit + ";" + high + ";" + low);

    Entry entry = Defined.by(taken(Dropped.read("CDDY", file(record)))).get(0);

    TreeMap<String, String> rest = new TreeMap<>(entry.fields());
    rest.keySet().removeAll(List.of("name", "measure", "unit"));
    assertThat(rest.toString()).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({"F1, F1", "分站 1, ''", "'', ''"})
  void theSubstationOfAPointIsToldWhereItIsAName(String substation, String told) {
    String record = point(P1, "").replace(";01;;", ";01;" + substation + ";");

    Entry entry = Defined.by(taken(Dropped.read("CDDY", file(record)))).get(0);

    assertThat(entry.fields().getOrDefault("substation", "")).isEqualTo(told);
  }

  @Test
  void aCardThatChangedHandsIsAChangeAndIsPrintedWithoutTheNames() {
    var before = taken(Dropped.read("RYXX", file("c-00017;测试甲;采煤工;;综采队;1990-01-01;;0;1")));
    var after = taken(Dropped.read("RYXX", file("c-00017;测试丁;采煤工;;综采队;1990-01-01;;0;1")));

    Proposal proposal = Proposal.between(new KnownMine(Defined.by(before)), after);

    assertThat(proposal.changes())
        .singleElement()
        .satisfies(
            change ->
                assertThat(change.fields())
                    .containsExactly(new Change.FieldChange("name", "测试甲", "测试丁")));
    assertThat(proposal.toString()).contains("PERSON ***17[name]").doesNotContain("测试");
    assertThat(after.toString()).contains("测**").doesNotContain("测试丁", "c-00017");
  }

  @Test
  void zonesAndStationsAreProposedLikewise() {
    KnownMine known =
        new KnownMine(List.of(entry(Subject.ZONE, "z-1", "", "name", "大巷", "people", "40")));

    Proposal zones = Proposal.between(known, taken(Dropped.read("RYQY", file("其它区域;z-1;50;大巷"))));
    Proposal stations =
        Proposal.between(known, taken(Dropped.read("RYJZ", file("s-1;一号基站;0;0;0;大巷"))));

    assertThat(zones.changes())
        .singleElement()
        .satisfies(
            change ->
                assertThat(change.fields())
                    .containsExactly(
                        new Change.FieldChange("kind", "", "其它区域"),
                        new Change.FieldChange("people", "40", "50")));
    assertThat(stations.changes()).extracting(Change::kind).containsExactly(Change.Kind.ADDED);
  }

  private static Entry entry(Subject subject, String id, String definedBy, String... fields) {
    TreeMap<String, String> map = new TreeMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      map.put(fields[i], fields[i + 1]);
    }
    return new Entry(subject, id, definedBy, map);
  }

  private static String point(String code, String upperAlarm) {
    return code + ";01;;环境瓦斯;MN;%;;;" + upperAlarm + ";;;;;;;;;;上隅角;1;2;3;;2026-01-01 07:00:00";
  }
}
