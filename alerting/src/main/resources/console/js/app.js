/** Starts the page and draws it again whenever something is learnt, and every second. */
import {unanswered} from './acts.js';
import * as api from './api.js';
import {dialogs} from './dialogs.js';
import {frame} from './frame.js';
import {startKeys} from './keys.js';
import {html, render} from './lib.js';
import {applyLook} from './look.js';
import {pageNow, startPages} from './pages.js';
import {selectFirst} from './selection.js';
import {signInPage} from './signin.js';
import {follow} from './sound.js';
import {change, goOn, onChange, state} from './store.js';
import {startStream} from './stream.js';
import {stayAwake} from './wall.js';
import {t} from './words.js';

const page = document.getElementById('page');
let streaming = false;

function draw() {
  render(state.me ? html`${frame()}${dialogs()}` : signInPage(), page);
  const calls = unanswered().length;
  document.title = `${calls > 0 ? `(${calls}) ` : ''}Minewatch ${t('title')}`;
}

function begin() {
  if (state.me) {
    state.lastUser = state.me.user;
  }
  if (state.me && !streaming) {
    streaming = true;
    startStream(selectFirst);
  }
}

onChange(() => {
  begin();
  selectFirst();
  follow();
  draw();
});

applyLook();
startKeys();
startPages();
const awake = () => stayAwake(pageNow() === 'wall' && document.visibilityState === 'visible');
addEventListener('hashchange', awake);
document.addEventListener('visibilitychange', awake);
awake();
setInterval(() => goOn({}), 1000);

try {
  change({me: await api.me()});
} catch (problem) {
  change({me: null, reachable: problem.status !== 0});
}
