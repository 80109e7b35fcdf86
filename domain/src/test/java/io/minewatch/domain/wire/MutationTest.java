package io.minewatch.domain.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.sun.management.ThreadMXBean;
import io.minewatch.domain.feed.RejectReason;
import io.minewatch.domain.reading.GatewayId;
import io.minewatch.domain.reading.MineCode;
import io.minewatch.domain.reading.ReadingBatch;
import io.minewatch.house.Mutations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Spoilt readings and positions, see {@link Mutations}. */
class MutationTest {
  private static final int MUTATIONS = Mutations.count(20_000);

  /**
   * What reading may allocate: so much whatever the payload, and so much for each of its bytes. The
   * first is the parser's own table of names, which grows in steps up to some thousand names.
   */
  private static final long BYTES_AT_ALL = 1024 * 1024;

  private static final long BYTES_A_BYTE = 200;

  private static final String OWN = "140921021337/gw-01/";
  private static final Topic TOPIC =
      Topic.of(Topic.Kind.READINGS, new MineCode(Samples.MINE), new GatewayId(Samples.GATEWAY));

  /** Every label of RFC 8428, ours, and one of nobody's. */
  private static final String ALL_LABELS =
      """
      [{"bn":"140921021337/gw-01/","bt":1767225600.5,"bu":"/100","bv":0.5,"bs":1,"bver":10,
        "n":"A","u":"ppm","v":1.25e1,"s":2,"t":-1.5,"ut":60,"q":"CALIBRATION","qr":"标校"},
       {"n":"B","vb":true},{"n":"C","vs":"te\\u4e00xt"},{"n":"D","vd":"aGkgCg","x":[{"y":null}]},
       {"n":"E","v":-0.0000001}]
      """;

  private enum Codec {
    SENML_JSON,
    SENML_CBOR,
    POSITIONS;

    List<byte[]> samples() throws IOException {
      byte[] readings = Samples.bytes("readings.json");
      byte[] all = ALL_LABELS.getBytes(StandardCharsets.UTF_8);
      return switch (this) {
        case SENML_JSON -> List.of(readings, all);
        case SENML_CBOR ->
            List.of(
                cbor(readings, false),
                cbor(all, true),
                cbor(all, false),
                // a pack and a record of unknown length, a half float, a decimal fraction, a bignum
                HexFormat.of()
                    .parseHex(
                        "9fbf2173"
                            + HexFormat.of().formatHex(OWN.getBytes(StandardCharsets.UTF_8))
                            + "00614102f93e00ffbf00614202c48220187bffbf00614302c2420100ffff"));
        case POSITIONS -> List.of(Samples.bytes("positions.json"));
      };
    }

    void read(byte[] payload, ReadingBatch batch) throws WireException {
      switch (this) {
        case SENML_JSON ->
            Senml.read(
                Samples.envelope(TOPIC.toString(), ContentTypes.SENML_JSON, payload), TOPIC, batch);
        case SENML_CBOR ->
            Senml.read(
                Samples.envelope(TOPIC.toString(), ContentTypes.SENML_CBOR, payload), TOPIC, batch);
        case POSITIONS -> {
          List<String> refused = new ArrayList<>();
          assertThat(Positions.read(payload, refused)).doesNotContainNull();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSpoiltPayloadIsReadOrRefusedWithinItsBounds(Codec codec) throws IOException {
    ReadingBatch batch = new ReadingBatch();
    new Mutations(codec.name(), BYTES_AT_ALL, BYTES_A_BYTE)
        .run(codec.samples(), MUTATIONS, payload -> isRead(codec, payload, batch));
  }

  private static boolean isRead(Codec codec, byte[] payload, ReadingBatch batch) {
    try {
      codec.read(payload, batch);
      return true;
    } catch (WireException e) {
      assertThat(e.detail()).isNotEmpty();
      return false;
    }
  }

  /** The size is looked at first: what refusing costs does not grow with what came. */
  @ParameterizedTest
  @EnumSource
  void anOversizePayloadIsRefusedUnparsed(Codec codec) {
    byte[] large = new byte[64 * 1024 * 1024];
    Arrays.fill(large, (byte) '[');
    ReadingBatch batch = new ReadingBatch();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    assertThat(isRead(codec, large, batch)).isFalse();
    long before = threads.getThreadAllocatedBytes(thread);

    assertThatThrownBy(() -> codec.read(large, batch))
        .isInstanceOfSatisfying(
            WireException.class, e -> assertThat(e.reason()).isEqualTo(RejectReason.TOO_LARGE));

    assertThat(threads.getThreadAllocatedBytes(thread) - before).isLessThan(256 * 1024);
  }

  @Test
  void theSampleOfIntegerLabelsIsThat() throws IOException {
    byte[] pack = cbor(ALL_LABELS.getBytes(StandardCharsets.UTF_8), true);

    assertThat(HexFormat.of().formatHex(pack)).contains("2173" + "313430393231"); // bn, 14092…
  }

  /** The same pack as CBOR, labels as numbers where the RFC has numbers, or as texts. */
  private static byte[] cbor(byte[] json, boolean numbers) throws IOException {
    List<String> labels =
        List.of(
            "bs", "bv", "bu", "bt", "bn", "bver", "n", "u", "v", "vs", "vb", "s", "t", "ut", "vd");
    var bytes = new ByteArrayOutputStream();
    try (JsonParser in = new JsonFactory().createParser(json);
        CBORGenerator out = new CBORFactory().createGenerator(bytes)) {
      while (in.nextToken() != null) {
        boolean isName = in.currentToken() == JsonToken.FIELD_NAME;
        int label = isName ? labels.indexOf(in.currentName()) : -1;
        if (numbers && label >= 0) {
          out.writeFieldId(label - 6);
        } else {
          ((JsonGenerator) out).copyCurrentEvent(in);
        }
      }
    }
    return bytes.toByteArray();
  }
}
