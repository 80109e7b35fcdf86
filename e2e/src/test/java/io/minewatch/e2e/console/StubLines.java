package io.minewatch.e2e.console;

import io.minewatch.domain.wire.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The open event streams of the scripted server. */
final class StubLines {
  private final List<Line> lines = new CopyOnWriteArrayList<>();

  private record Line(OutputStream out) {}

  void add(OutputStream out, Instant now) {
    Line line = new Line(out);
    lines.add(line);
    send(line, "tick", Map.of("at", now));
  }

  void tell(StubIncident incident) {
    lines.forEach(line -> send(line, "incident", incident.view()));
  }

  void all(String event, Object message) {
    lines.forEach(line -> send(line, event, message));
  }

  private void send(Line line, String event, Object message) {
    String text = new String(Messages.write(message), StandardCharsets.UTF_8);
    byte[] bytes =
        ("event: " + event + "\ndata: " + text + "\n\n").getBytes(StandardCharsets.UTF_8);
    try {
      synchronized (line.out) {
        line.out.write(bytes);
        line.out.flush();
      }
    } catch (IOException gone) {
      lines.remove(line); // the page has closed it
    }
  }
}
