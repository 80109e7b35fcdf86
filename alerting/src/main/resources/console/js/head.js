/** The head: which mine, how many people, can the data and the line be trusted, what time it is. */
import {mayAct} from './acts.js';
import * as api from './api.js';
import {clockKnown, mineClock, mineDay, since, span, utcClock} from './clock.js';
import {isJudged, isPlaced, positionsAge, undergroundNow} from './fresh.js';
import {html, nothing, svg} from './lib.js';
import {switchLanguage, switchTheme} from './look.js';
import {lookAt} from './selection.js';
import {menu} from './pages.js';
import {arm} from './sound.js';
import {change, state} from './store.js';
import {nameOf, t} from './words.js';

function minePicker() {
  const current = state.mines.find((mine) => mine.mine === state.mine);
  if (state.mines.length < 2) {
    return html`<b class="minename">${nameOf(current, '—')}</b>`;
  }
  if (picker?.mines !== state.mines || picker.lang !== state.lang) {
    picker = {mines: state.mines, lang: state.lang, element: selectOf(state.mines)};
  }
  if (picker.element.value !== state.mine) {
    picker.element.value = state.mine;
  }
  return picker.element;
}

let picker = null; // {mines, lang, element}: thousands of mines are not drawn anew each second

function selectOf(mines) {
  const element = document.createElement('select');
  element.className = 'minename';
  element.setAttribute('aria-label', t('head.mine'));
  element.append(...mines.map((mine) => new Option(nameOf(mine), mine.mine)));
  element.addEventListener('change', () => lookAt(element.value));
  return element;
}

function fact(label, value, doubt, title = '') {
  return html`<div class="fact ${doubt ? 'doubt' : ''}" title=${title}>
    <small>${label}</small><b>${value}</b>
  </div>`;
}

/** How many are underground; of old positions with their age, because people move. */
function people(summary) {
  if (!summary || !state.muster?.lastFix) {
    return fact(t('head.underground'), t('unknown'), true);
  }
  const {sure} = undergroundNow();
  const old = isPlaced(state.muster) ? '' : ` (${t('ago', span(positionsAge(state.muster)))})`;
  return fact(t('head.underground'), `${t('head.persons', summary.underground)}${sure ? '' : ' ?'}${old}`, !sure);
}

function feed(summary, fresh) {
  if (!summary) {
    return fact(t('head.feed'), t('unknown'), true);
  }
  const share = summary.points > 0 ? Math.floor((100 * summary.heard) / summary.points) : 0;
  const troubles = [
    summary.dark > 0 ? t('head.dark', summary.dark) : '',
    summary.blind > 0 ? t('head.blind', summary.blind) : '',
    summary.notJudged?.length > 0 ? t('head.notJudged', summary.notJudged.length) : '',
  ].filter(Boolean);
  const text = fresh
    ? [`${share}%`, `${summary.heard}/${summary.points}`, ...troubles].join(' · ')
    : t('head.old', span(since(summary.at)));
  return fact(t('head.feed'), text, !fresh || troubles.length > 0, t('head.feed.title'));
}

function line() {
  const words = state.link.up ? 'link.up' : state.link.ever ? 'link.down' : 'link.wait';
  return html`<div class="fact line ${state.link.up ? 'good' : 'doubt'}">
    <small>${t('head.line')}</small><b>${state.link.up ? '●' : '✕'} ${t(words)}</b>
  </div>`;
}

const bell = (armed) => html`<svg class="bell" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M12 3a6 6 0 0 1 6 6v5l2 3H4l2-3V9a6 6 0 0 1 6-6zm-2.5 15.5h5a2.5 2.5 0 0 1-5 0z"/>
  ${armed ? nothing : svg`<path class="strike" d="M3 3l18 18"/>`}
</svg>`;

function sound() {
  const {armed, ringing} = state.sound;
  const words = armed ? (ringing ? 'sound.ringing' : 'sound.armed') : 'sound.silent';
  return html`<button
    class="sound ${armed ? 'armed' : 'silent'} ${ringing ? 'ringing' : ''}"
    title=${t('sound.title')}
    @click=${arm}
  >
    ${bell(armed)} ${t(words)}
  </button>`;
}

/** The role, or the account where the name says the role already. */
function roleBeside() {
  const role = t(`role.${state.me.role}`);
  if (state.lang === 'en') {
    return role === state.me.user ? nothing : role;
  }
  return role === state.me.name ? state.me.user : role;
}

async function leave() {
  let ended = null;
  try {
    ended = await api.signOut();
  } finally {
    if (ended?.leave) {
      location.assign(ended.leave); // else the provider would sign the next person in as this one
    } else {
      location.reload();
    }
  }
}

export function head() {
  const summary = state.summaries.get(state.mine);
  const fresh = isJudged(state.mine);
  return html`<header class="head">
    <img src="/icon.svg" alt="Minewatch" width="28" height="28" />
    ${menu()} ${minePicker()} ${people(summary)} ${feed(summary, fresh)} ${line()} ${mayAct() ? sound() : nothing}
    <div class="times" title=${mineDay()}>
      <b>${clockKnown() ? mineClock() : '—'}</b><small>${t('time.mine')}</small>
      <span>${clockKnown() ? utcClock() : '—'}</span><small>UTC</small>
    </div>
    <div class="who">
      <b>${state.lang === 'en' ? state.me.user : state.me.name}</b><small>${roleBeside()}</small>
    </div>
    <div class="tools">
      <button @click=${switchLanguage} title="l">${t('language.other')}</button>
      <button @click=${switchTheme} title="${t(`theme.${state.theme}`)} (t)" aria-label=${t(`theme.${state.theme}`)}>
        ${{auto: '◐', dark: '●', light: '○'}[state.theme]}</button>
      <button @click=${() => change({dialog: 'help'})} aria-label=${t('help.title')}>?</button>
      <button @click=${leave}>${t('signin.leave')}</button>
    </div>
  </header>`;
}
