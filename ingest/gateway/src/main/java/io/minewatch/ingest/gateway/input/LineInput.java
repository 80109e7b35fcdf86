package io.minewatch.ingest.gateway.input;

import io.minewatch.domain.wire.ContentTypes;
import io.minewatch.domain.wire.Senml;
import io.minewatch.domain.wire.WireException;
import io.minewatch.ingest.gateway.kept.Entry;
import io.minewatch.ingest.gateway.message.Checked;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lines of standard input, each a SenML pack or a batch of positions. Nobody is told that a line is
 * safe; reading waits while {@link #UNSAFE} lines are not, and the end waits for all of them.
 */
public final class LineInput {
  /** Lines read ahead of the disk. */
  static final int UNSAFE = 64;

  private static final Logger LOG = LoggerFactory.getLogger(LineInput.class);

  private static final String FROM = "standard input";

  private final Inlet inlet;
  private final Semaphore room = new Semaphore(UNSAFE);

  public LineInput(Inlet inlet) {
    this.inlet = inlet;
  }

  /** Reads to the end; returns when all lines are safe or refused. */
  public void read(InputStream in) throws IOException, InterruptedException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean tooLong = false;
    byte[] some = new byte[8192];
    for (int count = in.read(some); count >= 0; count = in.read(some)) {
      for (int i = 0; i < count; i++) {
        if (some[i] == '\n') {
          take(line, tooLong);
          line.reset();
          tooLong = false;
        } else if (line.size() < Senml.MAX_BYTES) {
          line.write(some[i]);
        } else {
          tooLong = true;
        }
      }
    }
    take(line, tooLong);
    room.acquire(UNSAFE);
    room.release(UNSAFE);
  }

  private void take(ByteArrayOutputStream line, boolean tooLong) throws InterruptedException {
    byte[] payload = line.toByteArray();
    if (new String(payload, StandardCharsets.UTF_8).isBlank()) {
      return;
    }
    if (tooLong) {
      String why = "more than " + Senml.MAX_BYTES + " bytes; what follows is cut off";
      refuse(payload, Senml.records(payload, ContentTypes.JSON), List.of(why));
      return;
    }
    try {
      Checked checked = inlet.payloads().either(payload, inlet.times().wall().instant());
      Entry entry = new Entry(checked.message(), inlet.times().steady().instant());
      room.acquire();
      CompletableFuture<Void> kept = inlet.keeper().keep(List.of(entry), null);
      if (!checked.refused().isEmpty()) {
        refuse(payload, checked.refused().size(), checked.refused());
      }
      var unused =
          kept.whenComplete(
              (done, failure) -> {
                room.release();
                if (failure != null) {
                  LOG.error("a line was not kept: {}", failure.toString());
                }
              });
    } catch (WireException e) {
      List<String> why = List.of(e.reason() + ": " + e.detail());
      refuse(payload, Senml.records(payload, ContentTypes.JSON), why);
    }
  }

  private void refuse(byte[] payload, int records, List<String> why) {
    inlet.refused().refuse(FROM, payload, records, why);
  }
}
