package io.minewatch.domain.wire;

import io.minewatch.domain.reading.Lane;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The sample messages that the tests of both sides read. */
public final class Samples {
  public static final String MINE = "140921021337";
  public static final String GATEWAY = "gw-01";

  private Samples() {}

  /** The bytes of {@code wire/<name>}. */
  public static byte[] bytes(String name) {
    try (InputStream in = Samples.class.getResourceAsStream("/wire/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no sample " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A live message as the broker would deliver it. */
  public static Envelope envelope(String topic, String contentType, byte[] payload) {
    return new Envelope(topic, payload, contentType, "s1", 0, Lane.LIVE, 1_767_225_601_000L);
  }
}
