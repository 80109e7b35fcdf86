/** Starts the page and draws it again whenever something is learnt, and every second. */
import {unanswered} from './acts.js';
import * as api from './api.js';
import {dialogs} from './dialogs.js';
import {frame} from './frame.js';
import {startKeys} from './keys.js';
import {html, render} from './lib.js';
import {applyLook} from './look.js';
import {pageNow, startPages} from './pages.js';
import {tell} from './parts.js';
import {selectFirst} from './selection.js';
import {signInPage} from './signin.js';
import {follow} from './sound.js';
import {change, goOn, onChange, state} from './store.js';
import {startStream} from './stream.js';
import {stayAwake} from './wall.js';
import {t} from './words.js';

let page = document.getElementById('page');
let streaming = false;

/** What cannot be drawn is tried again with each change. Until then nothing old may stand there as if it were now. */
function draw() {
  try {
    render(state.me ? html`${frame()}${dialogs()}` : signInPage(), page);
    isDrawn(true);
  } catch (failure) {
    tell(failure);
    const empty = page.cloneNode(false);
    page.replaceWith(empty);
    page = empty;
    isDrawn(false);
  }
}

function isDrawn(well) {
  if (state.broken === well) {
    change({broken: !well}); // it is heard as a line that is lost
  }
  const cover = document.getElementById('broken');
  if (well) {
    cover?.remove();
  } else if (!cover) {
    document.body.prepend(covered());
  }
}

/** Made without what has just failed. */
function covered() {
  const cover = document.createElement('div');
  cover.id = 'broken';
  cover.className = 'lost';
  cover.setAttribute('role', 'alert');
  const again = document.createElement('button');
  again.textContent = t('part.reload');
  again.addEventListener('click', () => location.reload());
  cover.append(`⚠ ${t('page.broken')} `, again);
  return cover;
}

function entitle() {
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

[begin, selectFirst, follow, draw, entitle].forEach(onChange);

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
