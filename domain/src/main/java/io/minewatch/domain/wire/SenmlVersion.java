package io.minewatch.domain.wire;

import static io.minewatch.domain.wire.Senml.require;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** The version of a pack: what it says of it costs the whole pack if it is wrong. */
final class SenmlVersion {
  /** The version of RFC 8428, and what holds where none is told. */
  private static final long RFC_8428 = 10;

  /** RFC 9100: {@link #RFC_8428} with feature 4, which says that secondary units are used. */
  private static final long SECONDARY_UNITS = RFC_8428 + (1 << 4);

  private long version = RFC_8428;
  private boolean begun;

  /**
   * Takes what a record tells. A later version, or one with features that we do not know, is
   * refused, and so are records of one pack that say different versions (RFC 8428 section 4.4, RFC
   * 9100).
   */
  void read(JsonParser in) throws IOException, WireException {
    require(in.currentToken() == JsonToken.VALUE_NUMBER_INT, in, "bver is a whole number");
    require(in.getNumberType() == JsonParser.NumberType.INT, in, "bver is a small number");
    long told = in.getLongValue();
    require(told > 0, in, "bver is above 0");
    require(
        told <= RFC_8428 || told == SECONDARY_UNITS,
        in,
        "bver is " + told + ", the versions read are " + RFC_8428 + " and " + SECONDARY_UNITS);
    require(!begun || told == version, in, "the records of a pack have one version");
    version = told;
  }

  /** Whatever version is told from here on must be the one that held until now. */
  void recordEnds() {
    begun = true;
  }
}
