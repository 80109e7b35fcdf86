package io.minewatch.alerting.document;

/**
 * One way in which a change lowers the protection of people, in words for the person who is to
 * allow it.
 *
 * @param where path of what is changed
 */
public record Lowering(String where, String chinese, String english) {}
