/**
 * Tells the server that a call would be heard here: the sound is armed and its clock runs on. Called with each tick
 * of the server, because timers of a hidden page are starved.
 */
import {mayAct} from './acts.js';
import * as api from './api.js';
import {soundClock} from './sound.js';
import {change, state} from './store.js';

/** The server lets a beat hold for three of these. */
const EVERY_MS = 10_000;

let beaten = 0;
let clockThen = 0;

export async function attend() {
  const now = Date.now();
  if (!mayAct() || state.broken || now - beaten < EVERY_MS) {
    return;
  }
  const clock = soundClock();
  const runs = state.sound.armed && clock > clockThen;
  clockThen = clock;
  if (!runs) {
    return; // looked at again with the next tick
  }
  beaten = now;
  try {
    await api.attend();
  } catch (problem) {
    beaten = 0; // again with the next tick; the server misses the beats by itself
    if (problem.status === 401) {
      change({me: null});
    }
  }
}
