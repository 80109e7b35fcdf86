package io.minewatch.domain.wire;

import java.util.Locale;

/** MQTT 5 content types that tell payload forms apart. */
public final class ContentTypes {
  public static final String SENML_JSON = "application/senml+json";
  public static final String SENML_CBOR = "application/senml+cbor";
  public static final String JSON = "application/json";

  private ContentTypes() {}

  /**
   * The type alone: without parameters ({@code application/senml+json;charset=utf-8}), in small
   * letters, for neither is part of what it says.
   */
  public static String plain(String contentType) {
    if (contentType.equals(SENML_JSON) || contentType.equals(SENML_CBOR)) {
      return contentType;
    }
    int end = contentType.indexOf(';');
    String type = end < 0 ? contentType : contentType.substring(0, end);
    return type.strip().toLowerCase(Locale.ROOT);
  }
}
