package io.minewatch.ingest.gateway.input;

import io.minewatch.domain.wire.Topic;
import io.minewatch.ingest.gateway.bridge.FileBridge;
import io.minewatch.ingest.gateway.bridge.FileContent;
import io.minewatch.ingest.gateway.bridge.Translation;
import io.minewatch.ingest.gateway.message.WireMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** A format with an end mark, as the national text files have. */
final class MarkedFile implements FileBridge {
  @Override
  public boolean takes(String name) {
    return name.endsWith(".marked");
  }

  @Override
  public Ending ending(FileContent file) {
    return new String(file.bytes(), StandardCharsets.UTF_8).endsWith("end")
        ? Ending.COMPLETE
        : Ending.OPEN;
  }

  @Override
  public Translation translate(FileContent file, Instant now) {
    return Translation.of(new WireMessage(Topic.Kind.READINGS, "", file.bytes(), 1));
  }
}
