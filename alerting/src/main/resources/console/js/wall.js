/** The wall: legible across the room, worst first, nothing to press. What is not known is said as loudly. */
import * as api from './api.js';
import {countdown, clockKnown, duration, mineClock, mineDay, now, since, span} from './clock.js';
import {use} from './fetched.js';
import {html, nothing, repeat} from './lib.js';
import {go} from './pages.js';
import {newest, placeOf, worstFinding} from './queue.js';
import {shape, worstFirst} from './severity.js';
import {state} from './store.js';
import {aboutOf, matterOf, mineNameOf, nameOf, saidOf, t} from './words.js';

/** Incidents on the wall; the rest is counted. */
const SHOWN = 6;
const EVERY_MS = 5000;

const openOnes = () => [...state.incidents.values()].filter((one) => one.stage !== 'CLOSED').sort(worstFirst);

/** What is owed next, with a clock that runs; past its time it counts up. */
function due(incident) {
  if (!incident.due) {
    return nothing;
  }
  const left = Date.parse(incident.due.at) - now();
  return html`<span class="wdue ${left < 0 ? 'late' : ''}"><small>${t(`due.${incident.due.what}`)} ${t(left < 0 ? 'due.late' : 'due.left')}</small>
    <b class="clock">${countdown(left)}</b></span>`;
}

function inside(incident) {
  const left = incident.muster?.remaining.length;
  return incident.orders.every((one) => one.lifted) ? nothing
    : html`<span class="wdue ${left === 0 ? '' : 'late'}"><small>${t('shift.inside')}</small><b>${left ?? '?'}</b></span>`;
}

function card(incident) {
  const finding = worstFinding(incident);
  return html`<li class="wcard e-${incident.severity}">
    <span class="wlevel b-${incident.severity}">${shape(incident.severity)} ${t(`severity.${incident.severity}`)}</span>
    <div class="wwhat">
      <b>${incident.drill ? html`<span class="drill">${t('drill')}</span> ` : nothing}${placeOf(incident)}</b>
      <span>${finding ? html`${matterOf(incident, finding)} ${newest(incident, finding)}` : nothing}</span>
      <small>${state.mines.length > 1 ? `${mineNameOf(incident)} · ` : ''}${t(`stage.${incident.stage}`)} · ${t('since', span(since(incident.onset)))}</small>
    </div>
    ${inside(incident)} ${due(incident)}
  </li>`;
}

/** Whether an overview still says something about now. */
const isFresh = (overview) => Boolean(state.link.up && state.terms && overview && since(overview.at) <= duration(state.terms.summary));

function calm(overview) {
  if (!isFresh(overview)) {
    return html`<p class="wcalm doubt">? ${t('queue.unknown')}</p>`;
  }
  const {notHeard, dark, blind, peopleUnknown} = overview.sum.known;
  if (notHeard > 0) {
    return html`<p class="wcalm doubt">⚠ ${t('wall.silent', notHeard)}</p>`;
  }
  // Nothing is open, and not all is seen, or the platform cannot prove that it would say so.
  const doubted = dark + blind + peopleUnknown > 0 || state.trouble || state.troubles.some((one) => one.kind !== 'ROSTER');
  return doubted ? html`<p class="wcalm doubt">? ${t('wall.doubt')}</p>` : html`<p class="wcalm">✓ ${t('queue.none')}</p>`;
}

function figure(word, value, isBad) {
  return html`<div class="wfigure ${isBad ? 'bad' : ''}"><b>${value}</b><small>${t(word)}</small></div>`;
}

/** A sum over mines of which some are not known. */
const partly = (count, unknown, mines) => (unknown === 0 ? String(count) : unknown === mines ? '?' : `${count} + ?`);

function figures(overview, open) {
  if (!overview) {
    return nothing;
  }
  const {known, incidents} = overview.sum;
  const doubt = isFresh(overview) ? '' : ' ?';
  const share = known.points > 0 ? `${Math.floor((100 * known.heard) / known.points)}%` : '?';
  return html`<div class="wfigures">
    ${figure('area.figure.open', open, open > 0)}
    ${figure('area.figure.calling', `${incidents.calling}${doubt}`, incidents.calling > 0)}
    ${figure('area.figure.underground', `${partly(known.underground, known.peopleUnknown, known.mines)}${doubt}`, known.peopleUnknown > 0)}
    ${figure('area.heard', `${share}${doubt}`, known.heard < known.points)}
    ${figure('area.dark', `${known.dark}${doubt}`, known.dark > 0)}
    ${figure('area.blind', `${known.blind}${doubt}`, known.blind > 0)}
    ${figure('area.figure.silent', `${known.notHeard}${doubt}`, known.notHeard > 0)}
  </div>`;
}

function line() {
  if (state.link.up && state.trouble) {
    return html`<span class="wline lost">⚠ ${t('link.trouble', saidOf(state.trouble))}</span>`;
  }
  if (state.refused && !state.link.up) {
    return html`<span class="wline lost">✕ ${t('link.refused', saidOf(state.refused))}</span>`;
  }
  return state.link.up ? html`<span class="wline good">● ${t('link.up')}</span>`
    : html`<span class="wline lost">✕ ${t(state.link.ever ? 'link.lost' : 'link.connecting')} <b class="clock">${countdown(Date.now() - state.link.since)}</b></span>`;
}

const placeName = () => (state.mines.length === 1 ? nameOf(state.mines[0]) : state.me.scope || t('area.all'));

export function wall() {
  const found = use('overview wall', () => api.overview([]), EVERY_MS);
  const all = openOnes();
  return html`<main class="wall ${state.link.up ? '' : 'distrusted'}" tabindex="-1" aria-label=${t('page.wall')}>
    <header>
      <h1>${placeName()}</h1> ${line()}
      <span class="wclock"><b class="clock">${clockKnown() ? mineClock() : '—'}</b> <small>${mineDay()}</small></span>
      <button class="plain" @click=${() => go('now')} aria-label=${t('wall.leave')}>✕</button>
    </header>
    ${state.troubles.map((one) => html`<p class="wtrouble" role="alert">⚠ ${t(`platform.${one.kind}`, one.count, aboutOf(one))}</p>`)}
    ${all.length === 0 ? calm(found.value) : html`<ol>${repeat(all.slice(0, SHOWN), (one) => one.id, card)}</ol>`}
    ${all.length > SHOWN ? html`<p class="wmore">${t('wall.more', all.length - SHOWN)}</p>` : nothing}
    ${figures(found.value, all.length)}
  </main>`;
}

let lock = null; // what keeps the screen on
let wants = false;

/** The screen stays on while the wall is shown, where the browser lets a page ask for it. */
export async function stayAwake(wanted) {
  wants = wanted;
  if (!wanted) {
    const held = lock;
    lock = null;
    await held?.release();
    return;
  }
  try {
    const held = lock ?? await navigator.wakeLock?.request('screen');
    if (!held || held === lock) {
      return;
    }
    if (!wants || lock) { // left meanwhile, or asked for twice
      await held.release();
      return;
    }
    lock = held;
    held.addEventListener('release', () => {
      lock = lock === held ? null : lock; // an old one says so late
    });
  } catch {
    // not allowed here: the screen's own setting decides
  }
}
