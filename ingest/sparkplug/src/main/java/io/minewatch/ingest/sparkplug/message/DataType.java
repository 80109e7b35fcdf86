package io.minewatch.ingest.sparkplug.message;

/** The data types of Sparkplug B 3.0 (section 6.4.16) that are numbers or truths. */
public final class DataType {
  public static final int UNKNOWN = 0;
  public static final int INT8 = 1;
  public static final int INT16 = 2;
  public static final int INT32 = 3;
  public static final int INT64 = 4;
  public static final int UINT8 = 5;
  public static final int UINT16 = 6;
  public static final int UINT32 = 7;
  public static final int UINT64 = 8;
  public static final int FLOAT = 9;
  public static final int DOUBLE = 10;
  public static final int BOOLEAN = 11;

  private DataType() {}

  /** Whether values of this type can be a reading. */
  public static boolean isNumber(int type) {
    return type >= INT8 && type <= BOOLEAN;
  }

  /** A whole number as its type means it: negative ones travel as the bits of unsigned ones. */
  static double whole(long bits, int type) {
    return switch (type) {
      case INT8 -> (byte) bits;
      case INT16 -> (short) bits;
      case INT32 -> (int) bits;
      case UINT8 -> bits & 0xff;
      case UINT16 -> bits & 0xffff;
      case UINT32 -> bits & 0xffff_ffffL;
      case UINT64 -> bits >= 0 ? bits : (bits >>> 1) * 2.0;
      default -> bits;
    };
  }
}
