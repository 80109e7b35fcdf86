package io.minewatch.domain.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.domain.feed.RefusedRecord;
import io.minewatch.domain.feed.RejectReason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What RFC 8428 allows and refuses beside its examples, in JSON and in CBOR. */
class SenmlRulesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a decimal fraction (tag 4)          | 81a2006141 02 c48220187b         | 12.3",
        "a bignum (tag 2)                    | 81a2006141 02 c2420100           | 256.0",
        "a half float                        | 81a2006141 02 f93e00             | 1.5",
        "a whole number                      | 81a2006141 02 1864               | 100.0",
        "a value of true                     | 81a2006141 04 f5                 | 1.0",
        "labels in words                     | 81a2616e6141 6176 01             | 1.0",
        "an unknown integer label            | 81a3006141 02 01 1863 6178       | 1.0",
        "a pack of unknown length            | 9fbf006141 02 01 ffff            | 1.0",
      })
  void cborMayBeWrittenInOtherWays(String what, String hex, double value) throws Exception {
    byte[] pack = HexFormat.of().parseHex(hex.replace(" ", ""));

    assertThat(Resolved.records(pack, ContentTypes.SENML_CBOR))
        .as(what)
        .containsExactly("A  " + Resolved.RECEIVED + " " + value);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a label to be understood   | [{\"n\":\"A\",\"v\":1,\"unsure_\":0}]",
        "a version above ours       | [{\"bver\":11,\"n\":\"A\",\"v\":1}]",
        "a version with unknown features | [{\"bver\":42,\"n\":\"A\",\"v\":1}]",
        "a version of nothing       | [{\"bver\":0,\"n\":\"A\",\"v\":1}]",
        "a broken version           | [{\"bver\":9.5,\"n\":\"A\",\"v\":1}]",
        "two versions               | [{\"bver\":5,\"n\":\"A\",\"v\":1},{\"bver\":6,\"n\":\"B\",\"v\":1}]",
        "a version that comes late  | [{\"n\":\"A\",\"v\":1},{\"bver\":5,\"n\":\"B\",\"v\":1}]",
        "a label to be understood in a record that is refused | [5,{\"n\":3,\"x_\":0},{\"n\":\"A\",\"v\":1}]",
        "broken off behind a good record | [{\"n\":\"A\",\"v\":1},{\"n\":",
      })
  void aPackThatCannotBeUnderstoodIsRefusedWhole(String what, String pack) {
    assertThatThrownBy(
            () -> Resolved.records(pack.getBytes(StandardCharsets.UTF_8), ContentTypes.SENML_JSON))
        .as(what)
        .isInstanceOfSatisfying(
            WireException.class, e -> assertThat(e.reason()).isEqualTo(RejectReason.UNREADABLE));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a number and a text        | {\"n\":\"A\",\"v\":1,\"vs\":\"x\"}",
        "a number and a truth       | {\"n\":\"A\",\"v\":1,\"vb\":true}",
        "a text and data            | {\"n\":\"A\",\"vs\":\"x\",\"vd\":\"aGkgCg\"}",
        "two numbers                | {\"n\":\"A\",\"v\":1,\"v\":2}",
        "a text that is a number    | {\"n\":\"A\",\"vs\":5}",
        "a value that is a text     | {\"n\":\"A\",\"v\":\"5\"}",
        "a value that is a list     | {\"n\":\"A\",\"v\":[1,{\"v\":2}]}",
        "a truth in words           | {\"n\":\"A\",\"vb\":\"true\"}",
        "data that is a number      | {\"n\":\"A\",\"vd\":5}",
        "a time in words            | {\"n\":\"A\",\"v\":1,\"t\":\"now\"}",
        "a sum that is a text       | {\"n\":\"A\",\"v\":1,\"s\":\"5\"}",
        "a base sum that is a text  | {\"bs\":\"5\",\"n\":\"A\",\"v\":1}",
        "an update time in words    | {\"n\":\"A\",\"v\":1,\"ut\":\"60\"}",
        "a name that is none        | {\"n\":null,\"v\":1}",
        "no value                   | {\"n\":\"A\"}",
        "no name                    | {\"v\":1}",
        "no record                  | [1,2]",
        "a number                   | 7",
      })
  void aRecordAgainstTheRfcCostsItselfAlone(String what, String bad) throws Exception {
    String pack = "[{\"n\":\"Y\",\"v\":8}," + bad + ",{\"n\":\"Z\",\"v\":9}]";
    List<RefusedRecord> refused = new ArrayList<>();

    assertThat(
            Resolved.records(
                pack.getBytes(StandardCharsets.UTF_8), ContentTypes.SENML_JSON, refused))
        .as(what)
        .containsExactly("Y  " + Resolved.RECEIVED + " 8.0", "Z  " + Resolved.RECEIVED + " 9.0");
    assertThat(refused)
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.reason()).isIn(RejectReason.UNREADABLE, RejectReason.WRONG_TOPIC);
              assertThat(told.detail()).startsWith("record 1 '");
            });
  }

  @Test
  void aBrokenBaseCostsWhatStandsOnItUntilItIsSetAnew() throws Exception {
    String pack =
        """
        [{"bt":1767225600,"n":"A","v":1},{"bt":"noon","n":"B","v":2},{"n":"C","v":3},
         {"bt":1767225660,"n":"D","v":4}]
        """;
    List<RefusedRecord> refused = new ArrayList<>();

    assertThat(
            Resolved.records(
                pack.getBytes(StandardCharsets.UTF_8), ContentTypes.SENML_JSON, refused))
        .containsExactly("A  1767225600000 1.0", "D  1767225660000 4.0");
    assertThat(refused)
        .extracting(RefusedRecord::detail)
        .allMatch(detail -> detail.contains("bt is a number"))
        .hasSize(2);
  }

  @Test
  void aTextOfAnyLengthIsNoNumberAndCostsNothing() throws Exception {
    String pack = "[{\"n\":\"A\",\"vs\":\"" + "x".repeat(5_000) + "\"},{\"n\":\"B\",\"v\":1}]";

    assertThat(Resolved.records(pack.getBytes(StandardCharsets.UTF_8), ContentTypes.SENML_JSON))
        .containsExactly("A  " + Resolved.RECEIVED + " NaN", "B  " + Resolved.RECEIVED + " 1.0");
  }

  @Test
  void aNameLongerThanAnyCostsItsRecord() throws Exception {
    String pack = "[{\"n\":\"" + "x".repeat(5_000) + "\",\"v\":2},{\"n\":\"B\",\"v\":1}]";
    List<RefusedRecord> refused = new ArrayList<>();

    assertThat(
            Resolved.records(
                pack.getBytes(StandardCharsets.UTF_8), ContentTypes.SENML_JSON, refused))
        .containsExactly("B  " + Resolved.RECEIVED + " 1.0");
    assertThat(refused).hasSize(1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a number and a sum         | [{\"n\":\"A\",\"v\":1,\"s\":5}]   | 1.0",
        "a label that nobody needs  | [{\"n\":\"A\",\"v\":1,\"x\":[{}]}] | 1.0",
        "an update time             | [{\"n\":\"A\",\"v\":1,\"ut\":60}] | 1.0",
        "our own version            | [{\"bver\":10,\"n\":\"A\",\"v\":1}] | 1.0",
        "secondary units told (RFC 9100) | [{\"bver\":26,\"n\":\"A\",\"v\":1}] | 1.0",
        "an older version           | [{\"bver\":3,\"n\":\"A\",\"v\":1}] | 1.0",
        "a base sum                 | [{\"bs\":3,\"n\":\"A\",\"v\":1}] | 1.0",
        "a sum alone                | [{\"n\":\"A\",\"s\":5}]          | NaN",
      })
  void whatTheRfcAllowsBesideIsRead(String what, String pack, double value) throws Exception {
    assertThat(Resolved.records(pack.getBytes(StandardCharsets.UTF_8), ContentTypes.SENML_JSON))
        .as(what)
        .containsExactly("A  " + Resolved.RECEIVED + " " + value);
  }
}
