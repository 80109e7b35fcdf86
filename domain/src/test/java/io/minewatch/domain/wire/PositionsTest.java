package io.minewatch.domain.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minewatch.domain.place.Fix;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionsTest {
  private final List<String> refused = new ArrayList<>();

  @Test
  void readsTheSampleAndWritesItBackTheSame() throws Exception {
    List<Fix> fixes = Positions.read(Samples.bytes("positions.json"), refused);

    assertThat(refused).isEmpty();
    assertThat(fixes).hasSize(4);
    assertThat(fixes.get(0).distanceMetres()).isEqualTo(-12.5);
    assertThat(fixes.get(1).leader()).isTrue();
    assertThat(fixes.get(2).zone()).isNull();
    assertThat(fixes.get(3).distress()).isTrue();
    assertThat(Positions.read(Positions.write(fixes), refused)).isEqualTo(fixes);
  }

  @Test
  void oneBadFixDoesNotCostTheOthers() throws Exception {
    List<Fix> fixes =
        Positions.read(
            bytes(
                "{\"fixes\":[{\"card\":\"a\",\"at\":1,\"in\":true},{\"card\":\"b\",\"at\":1,"
                    + "\"in\":false},{\"card\":\"\",\"at\":1,\"in\":false},{\"card\":\"c\"}]}"),
            refused);

    assertThat(fixes).extracting(f -> f.card().value()).containsExactly("b");
    assertThat(refused).hasSize(3);
    assertThat(refused.get(0)).contains("fix 0").contains("in no zone");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"at\":\"1\"",
        "\"at\":1.5",
        "\"since\":null",
        "\"card\":7",
        "\"zone\":[1]",
        "\"sos\":1",
        "\"dist\":\"3\""
      })
  void aFieldOfTheWrongKindCostsItsFixAndNoOther(String field) throws Exception {
    List<Fix> fixes =
        Positions.read(
            bytes(
                "{\"fixes\":[{\"card\":\"a\",\"at\":1,\"in\":false,"
                    + field
                    + "},{\"card\":\"b\",\"at\":1,\"in\":false}]}"),
            refused);

    assertThat(fixes).extracting(f -> f.card().value()).containsExactly("b");
    assertThat(refused).singleElement().asString().contains(" is ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "0", "\"no\""})
  void neitherInNorOutIsRefusedAndNeverTakenForOutside(String in) throws Exception {
    List<Fix> fixes =
        Positions.read(bytes("{\"fixes\":[{\"card\":\"a\",\"at\":1,\"in\":" + in + "}]}"), refused);

    assertThat(fixes).isEmpty();
    assertThat(refused).singleElement().asString().contains("'in' is true or false");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "{}", "{\"fixes\":{}}", "{\"fixes\":[1]}", "{\"fixes\":[", "{} {}"})
  void refusesWhatIsNoBatch(String text) {
    assertThatThrownBy(() -> Positions.read(bytes(text), refused))
        .isInstanceOf(WireException.class);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
