package io.minewatch.broker.access;

/**
 * One thing an account may do. What no permission names is refused.
 *
 * @param filter an MQTT topic filter; the topic or subscription must lie within it
 */
public record Permission(Act act, String filter) {
  /** What is done to a topic. */
  public enum Act {
    /** Publish, without the retain flag. */
    PUBLISH,
    /** Publish, with the retain flag or without; also as last will. */
    PUBLISH_RETAINED,
    /** Subscribe and receive. */
    SUBSCRIBE
  }
}
