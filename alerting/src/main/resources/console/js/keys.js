/** The keyboard. One letter, one thing; never while somebody types or a dialog asks. */
import {acknowledge, ask, may, mayAct} from './acts.js';
import {callNow, take} from './call.js';
import {switchLanguage, switchTheme} from './look.js';
import {pageNow} from './pages.js';
import {move, select, selected} from './selection.js';
import {arm} from './sound.js';
import {change, state} from './store.js';

const TABS = {1: 'next', 2: 'incident', 3: 'mine'};

/** Shown in the help, in this order. */
export const KEYS = [
  ['j / k', 'help.move'],
  ['a', 'help.acknowledge'],
  ['w', 'help.order'],
  ['r', 'help.respond'],
  ['c', 'help.close'],
  ['s', 'help.sound'],
  ['l', 'help.language'],
  ['t', 'help.theme'],
  ['1 2 3', 'help.parts'],
  ['m', 'help.menu'],
  ['Esc', 'help.escape'],
  ['?', 'help.help'],
];

function answer() {
  const call = callNow();
  return call ? take(call) : may(selected(), 'ACKNOWLEDGE') && acknowledge(selected());
}

/** The incident in sight: an operator's call covers the one that was selected. */
function inSight() {
  const call = callNow();
  if (call) {
    select(call);
  }
  return call ?? selected();
}

const DOES = {
  j: () => move(1),
  k: () => move(-1),
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  a: answer,
  w: () => ask(inSight(), 'order'),
  r: () => ask(inSight(), 'respond'),
  c: () => ask(inSight(), 'close'),
  s: () => mayAct() && arm(),
  l: switchLanguage,
  t: switchTheme,
  m: () => change({menu: !state.menu}),
  '?': () => change({dialog: 'help'}),
};

/** What may be done from every page: nothing that concerns an incident that is not in sight. */
const EVERYWHERE = new Set(['s', 'l', 't', 'm', '?']);

const typing = (target) => target.closest?.('input, textarea, select, dialog') !== null;
const scrolling = (target) => target.closest?.('[data-scrolls]') !== null;

export function startKeys() {
  document.addEventListener('keydown', (event) => {
    if (!state.me || state.dialog || typing(event.target)) {
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) {
      return;
    }
    const {key} = event;
    if (pageNow() !== 'now' && !EVERYWHERE.has(key) && !(key === 'a' && callNow())) {
      return;
    }
    if (TABS[key]) {
      change({tab: TABS[key]});
      document.getElementById(`part-${TABS[key]}`)?.focus();
      return;
    }
    if (DOES[key] && !(key.startsWith('Arrow') && scrolling(event.target))) {
      event.preventDefault();
      DOES[key]();
    }
  });
}
