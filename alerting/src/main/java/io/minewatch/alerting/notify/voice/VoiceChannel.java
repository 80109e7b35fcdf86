package io.minewatch.alerting.notify.voice;

import io.minewatch.alerting.calling.Attempt;
import io.minewatch.alerting.notify.Aim;
import io.minewatch.alerting.notify.Channel;
import io.minewatch.alerting.notify.Result;

/** Calls each telephone number of each person on duty. Who picks up has proved nothing yet. */
public final class VoiceChannel implements Channel {
  public static final String NAME = "voice";
  private final VoiceAdapter adapter;

  public VoiceChannel(VoiceAdapter adapter) {
    this.adapter = adapter;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Aim aim() {
    return Aim.VOICE;
  }

  @Override
  public Result place(Attempt attempt) {
    return adapter.dial(
        new VoiceAdapter.Line(
            attempt.id(), attempt.callee().address(), attempt.text(), attempt.textEnglish()));
  }

  @Override
  public Result probe() {
    return adapter.probe();
  }

  @Override
  public void close() {
    adapter.close();
  }
}
