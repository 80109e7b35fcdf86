package io.minewatch.domain.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import io.minewatch.domain.reading.Lane;
import io.minewatch.house.Mutations;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gateway that speaks MQTT 3.1.1 numbers its messages within them. */
class PackNumberTest {
  private static final String PACK =
      "[{\"bn\":\"140921021337/gw-01/\",\"session\":\"s-1\",\"seq\":7,\"n\":\"A\",\"v\":1},"
          + "{\"n\":\"B\",\"v\":2,\"seq\":9}]";

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aPackSaysItsNumberInItsFirstRecord() {
    assertThat(PackNumber.of(bytes(PACK), "")).isEqualTo(new PackNumber("s-1", 7, Lane.LIVE));
    assertThat(PackNumber.of(bytes(PACK.replace("\"v\":1", "\"v\":1,\"lane\":\"backfill\"")), ""))
        .isEqualTo(new PackNumber("s-1", 7, Lane.BACKFILL));
  }

  @Test
  void aPackInCborDoesTheSame() throws Exception {
    JsonNode tree = JsonMapper.builder().build().readTree(PACK);

    assertThat(PackNumber.of(new CBORMapper().writeValueAsBytes(tree), ContentTypes.SENML_CBOR))
        .isEqualTo(new PackNumber("s-1", 7, Lane.LIVE));
  }

  @Test
  void aBatchOfPositionsSaysItBeforeItsFixes() {
    String batch =
        "{\"session\":\"s-1\",\"seq\":3,\"fixes\":[{\"card\":\"a\",\"at\":1,\"in\":true}]}";

    assertThat(PackNumber.of(bytes(batch), ContentTypes.JSON))
        .isEqualTo(new PackNumber("s-1", 3, Lane.LIVE));
  }

  @Test
  void theLabelsHinderNoReadingOfThePack() throws Exception {
    assertThat(Resolved.records(bytes(PACK), ContentTypes.SENML_JSON)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"n\":\"A\",\"v\":1}]",
        "[{\"seq\":7,\"n\":\"A\",\"v\":1}]",
        "[{\"session\":\"s\",\"n\":\"A\",\"v\":1},{\"seq\":7}]",
        "[{\"session\":\"s\",\"seq\":-1}]",
        "[{\"session\":\"s\",\"seq\":\"7\"}]",
        "[{\"session\":\"s\",\"seq\":1.5}]",
        "[{\"session\":\"s\",\"seq\":99999999999999999999}]",
        "[{\"session\":{\"a\":1},\"seq\":7}]",
        "{\"fixes\":[],\"session\":\"s\",\"seq\":7}",
        "[7]",
        "[",
        "no pack",
        ""
      })
  void whatSaysNoneHasNone(String payload) {
    assertThat(PackNumber.of(bytes(payload), "")).isNull();
  }

  @Test
  void aSpoiltPayloadHasANumberOrNoneWithinItsBounds() {
    new Mutations("PACK_NUMBER", 1024 * 1024, 200)
        .run(
            List.of(bytes(PACK)),
            Mutations.count(10_000),
            payload -> PackNumber.of(payload, "") != null);
  }
}
