package io.minewatch.ingest.gateway.bridge;

import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.WireException;
import io.minewatch.ingest.gateway.message.Checked;
import io.minewatch.ingest.gateway.message.Payloads;
import java.time.Instant;
import java.util.List;

/**
 * Files that are one message: {@code *.json} (a SenML pack or a batch of positions, told apart by
 * the first character), {@code *.senml} (a SenML pack) and {@code *.cbor} (a SenML pack in CBOR).
 */
public final class JsonFile implements FileBridge {
  private final Payloads payloads;

  public JsonFile(Payloads payloads) {
    this.payloads = payloads;
  }

  @Override
  public boolean takes(String name) {
    return name.endsWith(".json") || name.endsWith(".senml") || name.endsWith(".cbor");
  }

  /** A pack ends with its one bracket, positions as we write them with bracket and brace. */
  @Override
  public Ending ending(FileContent file) {
    byte[] bytes = file.bytes();
    int end = lastSolid(bytes, bytes.length);
    if (file.name().endsWith(".cbor") || end < 0) {
      return Ending.UNMARKED;
    }
    int before = lastSolid(bytes, end);
    boolean complete =
        bytes[end] == ']' || (bytes[end] == '}' && before >= 0 && bytes[before] == ']');
    return complete ? Ending.COMPLETE : Ending.UNMARKED;
  }

  private static int lastSolid(byte[] bytes, int below) {
    int i = below - 1;
    while (i >= 0
        && (bytes[i] == ' ' || bytes[i] == '\n' || bytes[i] == '\r' || bytes[i] == '\t')) {
      i--;
    }
    return i;
  }

  @Override
  public Translation translate(FileContent file, Instant now) {
    try {
      if (file.name().endsWith(".cbor")) {
        return of(payloads.readings(file.bytes(), ContentTypes.SENML_CBOR, now));
      }
      if (file.name().endsWith(".senml")) {
        return of(payloads.readings(file.bytes(), ContentTypes.SENML_JSON, now));
      }
      return of(payloads.either(file.bytes(), now));
    } catch (WireException e) {
      return Translation.refused(e.reason() + ": " + e.detail());
    }
  }

  private static Translation of(Checked checked) {
    return new Translation(List.of(checked.message()), checked.refused());
  }
}
