package io.minewatch.domain.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of RFC 8428, sections 5.1 and 6, whole (but the open stream of 5.1.2's SensML, which
 * is cut off before its end), each against its resolved records. Their names are of other devices
 * than ours, so they are read without the prefix of a gateway.
 */
class SenmlRfcTest {
  private static final long RECEIVED = Resolved.RECEIVED;
  private static final String DEVICE = "urn:dev:ow:10e2073a01080063";

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

  private static final List<String> MOVING =
      List.of(
          DEVICE + " %RH 1320067464000 20.0",
          DEVICE + " lon 1320067464000 24.30621",
          DEVICE + " lat 1320067464000 60.07965",
          DEVICE + " %RH 1320067524000 20.3",
          DEVICE + " lon 1320067524000 24.30622",
          DEVICE + " lat 1320067524000 60.07965",
          DEVICE + " %RH 1320067584000 20.7",
          DEVICE + " lon 1320067584000 24.30623",
          DEVICE + " lat 1320067584000 60.07966",
          DEVICE + " %EL 1320067614000 98.0",
          DEVICE + " %RH 1320067644000 21.2",
          DEVICE + " lon 1320067644000 24.30628",
          DEVICE + " lat 1320067644000 60.07967");

  static Arguments[] examples() {
    return new Arguments[] {
      Arguments.of(
          "5.1.1 single datapoint",
          """
          [{"n":"urn:dev:ow:10e2073a01080063","u":"Cel","v":23.1}]
          """,
          List.of(DEVICE + " Cel " + RECEIVED + " 23.1")),
      Arguments.of(
          "5.1.2 multiple datapoints",
          """
          [{"bn":"urn:dev:ow:10e2073a01080063:","n":"voltage","u":"V","v":120.1},
           {"n":"current","u":"A","v":1.2}]
          """,
          List.of(
              DEVICE + ":voltage V " + RECEIVED + " 120.1",
              DEVICE + ":current A " + RECEIVED + " 1.2")),
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
           {"t":60,"v":20.3},{"u":"lon","t":60,"v":24.30622},{"u":"lat","t":60,"v":60.07965},
           {"t":120,"v":20.7},{"u":"lon","t":120,"v":24.30623},{"u":"lat","t":120,"v":60.07966},
           {"u":"%EL","t":150,"v":98},
           {"t":180,"v":21.2},{"u":"lon","t":180,"v":24.30628},{"u":"lat","t":180,"v":60.07967}]
          """,
          MOVING),
      Arguments.of(
          "5.1.4 the same in resolved records",
          """
          [{"n":"urn:dev:ow:10e2073a01080063","u":"%RH","t":1.320067464e+09,"v":20},
           {"n":"urn:dev:ow:10e2073a01080063","u":"lon","t":1.320067464e+09,"v":24.30621},
           {"n":"urn:dev:ow:10e2073a01080063","u":"lat","t":1.320067464e+09,"v":60.07965},
           {"n":"urn:dev:ow:10e2073a01080063","u":"%RH","t":1.320067524e+09,"v":20.3},
           {"n":"urn:dev:ow:10e2073a01080063","u":"lon","t":1.320067524e+09,"v":24.30622},
           {"n":"urn:dev:ow:10e2073a01080063","u":"lat","t":1.320067524e+09,"v":60.07965},
           {"n":"urn:dev:ow:10e2073a01080063","u":"%RH","t":1.320067584e+09,"v":20.7},
           {"n":"urn:dev:ow:10e2073a01080063","u":"lon","t":1.320067584e+09,"v":24.30623},
           {"n":"urn:dev:ow:10e2073a01080063","u":"lat","t":1.320067584e+09,"v":60.07966},
           {"n":"urn:dev:ow:10e2073a01080063","u":"%EL","t":1.320067614e+09,"v":98},
           {"n":"urn:dev:ow:10e2073a01080063","u":"%RH","t":1.320067644e+09,"v":21.2},
           {"n":"urn:dev:ow:10e2073a01080063","u":"lon","t":1.320067644e+09,"v":24.30628},
           {"n":"urn:dev:ow:10e2073a01080063","u":"lat","t":1.320067644e+09,"v":60.07967}]
          """,
          MOVING),
      Arguments.of(
          "5.1.5 multiple data types",
          """
          [{"bn":"urn:dev:ow:10e2073a01080063:","n":"temp","u":"Cel","v":23.1},
           {"n":"label","vs":"Machine Room"},{"n":"open","vb":false},
           {"n":"nfc-reader","vd":"aGkgCg"}]
          """,
          List.of(
              DEVICE + ":temp Cel " + RECEIVED + " 23.1",
              DEVICE + ":label  " + RECEIVED + " NaN",
              DEVICE + ":open  " + RECEIVED + " 0.0",
              DEVICE + ":nfc-reader  " + RECEIVED + " NaN")),
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
      Arguments.of(
          "5.1.7 setting an actuator: a record of base fields alone is none",
          """
          [{"bn":"urn:dev:ow:10e2073a01080063:"},
           {"n":"temp","u":"Cel","v":23.1},{"n":"heat","u":"/","v":1},{"n":"fan","u":"/","v":0}]
          """,
          List.of(
              DEVICE + ":temp Cel " + RECEIVED + " 23.1",
              DEVICE + ":heat / " + RECEIVED + " 1.0",
              DEVICE + ":fan / " + RECEIVED + " 0.0")),
      Arguments.of(
          "5.1.7 two lights on",
          """
          [{"bt":1.320078429e+09,"bu":"/","n":"2001:db8::3","v":1},{"n":"2001:db8::4","v":1}]
          """,
          List.of("2001:db8::3 / 1320078429000 1.0", "2001:db8::4 / 1320078429000 1.0")),
      Arguments.of(
          "5.1.7 two lights dimmed, then off",
          """
          [{"bt":1.320078429e+09,"bu":"/","n":"2001:db8::3","v":0.5},{"n":"2001:db8::4","v":0.5},
           {"n":"2001:db8::3","t":0.1,"v":0},{"n":"2001:db8::4","t":0.1,"v":0}]
          """,
          List.of(
              "2001:db8::3 / 1320078429000 0.5",
              "2001:db8::4 / 1320078429000 0.5",
              "2001:db8::3 / 1320078429100 0.0",
              "2001:db8::4 / 1320078429100 0.0")),
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void resolvesAsTheRfcSays(String section, String pack, List<String> resolved) throws Exception {
    assertThat(Resolved.records(pack.getBytes(StandardCharsets.UTF_8), ContentTypes.SENML_JSON))
        .as(section)
        .isEqualTo(resolved);
  }

  @Test
  void theCborOfSectionSixIsTheSameAsItsJson() throws Exception {
    assertThat(Resolved.records(HexFormat.of().parseHex(CBOR), ContentTypes.SENML_CBOR))
        .isEqualTo(VOLTAGE_AND_CURRENT);
  }
}
