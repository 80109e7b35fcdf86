package org.eclipse.paho.mqttv5.common.packet.util;

import java.io.IOException;
import java.io.InputStream;

/**
 * Counts the bytes that Paho reads from a packet. Takes the place of Paho's class of this name,
 * which has no bulk read, so that a payload was copied byte by byte: four times slower at 16 KB.
 */
public class CountingInputStream extends InputStream {
  private final InputStream in;
  private int counter;

  public CountingInputStream(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    if (read >= 0) {
      counter++;
    }
    return read;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = in.read(target, offset, length);
    if (read > 0) {
      counter += read;
    }
    return read;
  }

  /** Bytes read since the last reset. */
  public int getCounter() {
    return counter;
  }

  public void resetCounter() {
    counter = 0;
  }
}
