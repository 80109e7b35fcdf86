package io.minewatch.bench.limit;

/** Passes over a message of readings of the one form that is sent, and over its numbers alone. */
public final class Scanner {
  private final Bytes in = new Bytes();

  /**
   * The sum of all numbers of a message, so that each was read.
   *
   * @throws IllegalStateException for a message of another form
   */
  public double sum(byte[] message) {
    in.open(message);
    in.expect('[');
    in.skip("{\"bn\":\"".length());
    in.skipPast('"');
    in.skip(",\"bt\":".length());
    double sum = in.whole();
    boolean isFirst = true;
    do {
      in.skip((isFirst ? ",\"n\":\"" : "{\"n\":\"").length());
      in.skipPast('"');
      in.skip(",\"u\":\"".length());
      in.skipPast('"');
      in.skip(",\"v".length());
      if (in.take('b')) {
        in.skip("\":".length());
        sum += in.peek() == 't' ? 1 : 0;
        in.skipPast('e');
      } else {
        in.skip("\":".length());
        sum += in.decimal();
      }
      in.skipPast('}');
      isFirst = false;
    } while (in.take(','));
    in.expect(']');
    return sum;
  }
}
