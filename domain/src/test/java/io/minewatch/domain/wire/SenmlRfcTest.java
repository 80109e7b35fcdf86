package io.minewatch.domain.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.reading.ReadingBatch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of RFC 8428, sections 5.1 and 6, each against its resolved records. Their names are
 * of other devices than ours, so they are read without the prefix of a gateway.
 */
class SenmlRfcTest {
  private static final long RECEIVED = 1_767_225_601_000L;

  /** Section 6: the second example of 5.1.2 in CBOR, with integer labels and a half float. */
  private static final String CBOR =
      "87a721781b75726e3a6465763a6f773a3130653230373361303130383030363a22fb41d303a15b0010622361"
          + "4120050067766f6c7461676501615602fb405e066666666666a3006763757272656e74062402fb3ff333"
          + "3333333333a3006763757272656e74062302fb3ff4cccccccccccda3006763757272656e74062202fb3f"
          + "f6666666666666a3006763757272656e74062102f93e00a3006763757272656e74062002fb3ff9999999"
          + "99999aa3006763757272656e74060002fb3ffb333333333333";

  private static final List<String> VOLTAGE_AND_CURRENT =
      List.of(
          "urn:dev:ow:10e2073a0108006:voltage V 1276020076001 120.1",
          "urn:dev:ow:10e2073a0108006:current A 1276020071001 1.2",
          "urn:dev:ow:10e2073a0108006:current A 1276020072001 1.3",
          "urn:dev:ow:10e2073a0108006:current A 1276020073001 1.4",
          "urn:dev:ow:10e2073a0108006:current A 1276020074001 1.5",
          "urn:dev:ow:10e2073a0108006:current A 1276020075001 1.6",
          "urn:dev:ow:10e2073a0108006:current A 1276020076001 1.7");

  static Arguments[] examples() {
    String device = "urn:dev:ow:10e2073a01080063";
    return new Arguments[] {
      Arguments.of(
          "5.1.1 single datapoint",
          """
          [{"n":"urn:dev:ow:10e2073a01080063","u":"Cel","v":23.1}]
          """,
          List.of(device + " Cel " + RECEIVED + " 23.1")),
      Arguments.of(
          "5.1.2 multiple datapoints",
          """
          [{"bn":"urn:dev:ow:10e2073a01080063:","n":"voltage","u":"V","v":120.1},
           {"n":"current","u":"A","v":1.2}]
          """,
          List.of(
              device + ":voltage V " + RECEIVED + " 120.1",
              device + ":current A " + RECEIVED + " 1.2")),
      Arguments.of(
          "5.1.2 multiple datapoints with base time and base unit",
          """
          [{"bn":"urn:dev:ow:10e2073a0108006:","bt":1.276020076001e+09,"bu":"A","bver":5,
            "n":"voltage","u":"V","v":120.1},
           {"n":"current","t":-5,"v":1.2},{"n":"current","t":-4,"v":1.3},
           {"n":"current","t":-3,"v":1.4},{"n":"current","t":-2,"v":1.5},
           {"n":"current","t":-1,"v":1.6},{"n":"current","v":1.7}]
          """,
          VOLTAGE_AND_CURRENT),
      Arguments.of(
          "5.1.3 multiple measurements of a moving device",
          """
          [{"bn":"urn:dev:ow:10e2073a01080063","bt":1.320067464e+09,"bu":"%RH","v":20},
           {"u":"lon","v":24.30621},{"u":"lat","v":60.07965},
           {"t":60,"v":20.3},{"u":"%EL","t":150,"v":98}]
          """,
          List.of(
              device + " %RH 1320067464000 20.0",
              device + " lon 1320067464000 24.30621",
              device + " lat 1320067464000 60.07965",
              device + " %RH 1320067524000 20.3",
              device + " %EL 1320067614000 98.0")),
      Arguments.of(
          "5.1.5 multiple data types",
          """
          [{"bn":"urn:dev:ow:10e2073a01080063:","n":"temp","u":"Cel","v":23.1},
           {"n":"label","vs":"Machine Room"},{"n":"open","vb":false},
           {"n":"nfc-reader","vd":"aGkgCg"}]
          """,
          List.of(
              device + ":temp Cel " + RECEIVED + " 23.1",
              device + ":label  " + RECEIVED + " NaN",
              device + ":open  " + RECEIVED + " 0.0",
              device + ":nfc-reader  " + RECEIVED + " NaN")),
      Arguments.of(
          "5.1.6 collection of resources",
          """
          [{"bn":"2001:db8::2/","bt":1.320078429e+09,"n":"temperature","u":"Cel","v":25.2},
           {"n":"humidity","u":"%RH","v":30},
           {"bn":"2001:db8::1/","n":"temperature","u":"Cel","v":12.3},
           {"n":"humidity","u":"%RH","v":67}]
          """,
          List.of(
              "2001:db8::2/temperature Cel 1320078429000 25.2",
              "2001:db8::2/humidity %RH 1320078429000 30.0",
              "2001:db8::1/temperature Cel 1320078429000 12.3",
              "2001:db8::1/humidity %RH 1320078429000 67.0")),
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void resolvesAsTheRfcSays(String section, String pack, List<String> resolved) throws Exception {
    assertThat(records(pack.getBytes(StandardCharsets.UTF_8), ContentTypes.SENML_JSON))
        .as(section)
        .isEqualTo(resolved);
  }

  @Test
  void theCborOfSectionSixIsTheSameAsItsJson() throws Exception {
    assertThat(records(HexFormat.of().parseHex(CBOR), ContentTypes.SENML_CBOR))
        .isEqualTo(VOLTAGE_AND_CURRENT);
  }

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

    assertThat(records(pack, ContentTypes.SENML_CBOR))
        .as(what)
        .containsExactly("A  " + RECEIVED + " " + value);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a number and a text        | [{\"n\":\"A\",\"v\":1,\"vs\":\"x\"}]",
        "a number and a truth       | [{\"n\":\"A\",\"v\":1,\"vb\":true}]",
        "a text and data            | [{\"n\":\"A\",\"vs\":\"x\",\"vd\":\"aGkgCg\"}]",
        "two numbers                | [{\"n\":\"A\",\"v\":1,\"v\":2}]",
        "a label to be understood   | [{\"n\":\"A\",\"v\":1,\"unsure_\":0}]",
        "a version above ours       | [{\"bver\":11,\"n\":\"A\",\"v\":1}]",
        "a version with unknown features | [{\"bver\":42,\"n\":\"A\",\"v\":1}]",
        "a version of nothing       | [{\"bver\":0,\"n\":\"A\",\"v\":1}]",
        "a broken version           | [{\"bver\":9.5,\"n\":\"A\",\"v\":1}]",
        "two versions               | [{\"bver\":5,\"n\":\"A\",\"v\":1},{\"bver\":6,\"n\":\"B\",\"v\":1}]",
        "a version that comes late  | [{\"n\":\"A\",\"v\":1},{\"bver\":5,\"n\":\"B\",\"v\":1}]",
        "a text that is a number    | [{\"n\":\"A\",\"vs\":5}]",
        "data that is a number      | [{\"n\":\"A\",\"vd\":5}]",
        "a sum that is a text       | [{\"n\":\"A\",\"v\":1,\"s\":\"5\"}]",
        "a base sum that is a text  | [{\"bs\":\"5\",\"n\":\"A\",\"v\":1}]",
        "an update time in words    | [{\"n\":\"A\",\"v\":1,\"ut\":\"60\"}]",
        "no name                    | [{\"v\":1}]",
      })
  void aPackAgainstTheRfcIsRefused(String what, String pack) {
    assertThatThrownBy(
            () -> records(pack.getBytes(StandardCharsets.UTF_8), ContentTypes.SENML_JSON))
        .as(what)
        .isInstanceOfSatisfying(
            WireException.class,
            e -> assertThat(e.reason()).isIn(RejectReason.UNREADABLE, RejectReason.WRONG_TOPIC));
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
    assertThat(records(pack.getBytes(StandardCharsets.UTF_8), ContentTypes.SENML_JSON))
        .as(what)
        .containsExactly("A  " + RECEIVED + " " + value);
  }

  private static List<String> records(byte[] pack, String contentType) throws WireException {
    ReadingBatch batch = new ReadingBatch();
    Senml.read(pack, contentType, "", RECEIVED, batch);
    List<String> records = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      records.add(
          batch.point(i)
              + " "
              + batch.unit(i)
              + " "
              + batch.measuredMillis(i)
              + " "
              + batch.value(i));
    }
    return records;
  }
}
