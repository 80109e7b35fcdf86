/**
 * The tone. Browsers allow it only after a press, so a shift arms it once; whether it is armed is
 * always shown. The tones loop inside the audio engine: no timer of a hidden page can starve them.
 */
import {unanswered} from './acts.js';
import {change, state} from './store.js';

/** Pitch in hertz and seconds of each burst, zero for a pause. */
const CALL_RED = [[988, 0.16], [740, 0.16], [988, 0.16], [740, 0.16], [988, 0.16], [0, 0.5]];
const CALL = [[784, 0.22], [0, 0.12], [784, 0.22], [0, 1.4]];
const LINE_LOST = [[330, 0.3], [262, 0.45], [0, 5]];
const PROOF = [[660, 0.12], [880, 0.2]];
const LOUDNESS = 0.85;

let context = null;
let playing = null; // {tune, source}

export async function arm() {
  context ??= new AudioContext();
  context.onstatechange = tell;
  await context.resume();
  tell();
  if (context.state === 'running' && !playing) {
    play(PROOF, false);
  }
  follow();
}

/** Seconds that the audio engine has run; it stands still while nothing could be heard. */
export const soundClock = () => (context?.state === 'running' ? context.currentTime : 0);

function tell() {
  change({sound: {...state.sound, armed: context?.state === 'running'}});
}

/** Makes the tone fit what the page knows; called on every change. */
export function follow() {
  const tune = wanted();
  const ringing = tune === CALL || tune === CALL_RED;
  if (ringing !== state.sound.ringing) {
    change({sound: {...state.sound, ringing}});
  }
  if (!context || context.state !== 'running' || playing?.tune === tune) {
    return;
  }
  playing?.source.stop();
  playing = null;
  if (tune) {
    playing = {tune, source: play(tune, true)};
  }
}

function wanted() {
  if (!state.me) {
    return state.link.ever ? LINE_LOST : null; // a session that ended is a line that is lost
  }
  const calls = unanswered();
  if (calls.length > 0) {
    return calls.some((one) => one.severity === 'RED') ? CALL_RED : CALL;
  }
  return state.broken || (!state.link.up && state.link.ever) ? LINE_LOST : null;
}

function play(tune, loop) {
  const source = context.createBufferSource();
  source.buffer = drawn(tune);
  source.loop = loop;
  source.connect(context.destination);
  source.start();
  return source;
}

function drawn(tune) {
  const rate = context.sampleRate;
  const seconds = tune.reduce((sum, [, length]) => sum + length, 0);
  const buffer = context.createBuffer(1, Math.ceil(seconds * rate), rate);
  const samples = buffer.getChannelData(0);
  let at = 0;
  for (const [pitch, length] of tune) {
    const count = Math.floor(length * rate);
    for (let i = 0; pitch > 0 && i < count; i++) {
      const angle = (2 * Math.PI * pitch * i) / rate;
      const edge = Math.min(1, i / 200, (count - i) / 200); // without clicks
      // Odd overtones carry through a noisy room and a small loudspeaker.
      samples[at + i] =
        LOUDNESS * edge * (Math.sin(angle) + Math.sin(3 * angle) / 3 + Math.sin(5 * angle) / 5);
    }
    at += count;
  }
  return buffer;
}
