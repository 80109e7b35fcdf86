package io.minewatch.domain.wire;

/** MQTT 5 content types that tell payload forms apart. */
public final class ContentTypes {
  public static final String SENML_JSON = "application/senml+json";
  public static final String SENML_CBOR = "application/senml+cbor";
  public static final String JSON = "application/json";

  private ContentTypes() {}
}
