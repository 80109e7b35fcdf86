/** Who is called, in which order, and when nobody is: the ladder now, gaps ahead, the roster itself. */
import * as api from './api.js';
import {since, span} from './clock.js';
import {doing, outcome, told} from './doing.js';
import {use} from './fetched.js';
import {html, nothing} from './lib.js';
import {page, shown, table, when} from './page.js';
import {editing, rosterEditor, startEditing} from './rosteredit.js';
import {state} from './store.js';
import {t} from './words.js';

const EVERY_MS = 15_000;
const TESTERS = new Set(['DISPATCHER', 'OPERATOR', 'ADMINISTRATOR']);
const EDITORS = new Set(['OPERATOR', 'ADMINISTRATOR']);
/** A number that nobody answered at for so long is not counted as proved. */
const PROOF_OLD_MS = 35 * 86_400_000;

/** The scope of the mine in view: its jurisdiction and itself. */
export const scopeNow = () => state.mines.find((one) => one.mine === state.mine)?.path.join('/') ?? '';

function contact(one) {
  const age = since(one.proved);
  const proof = one.proved
    ? html`<small class=${age > PROOF_OLD_MS ? 'warn' : 'quiet'}>${t('roster.proved', span(age))}</small>`
    : html`<small class="warn">${t('roster.unproved')}</small>`;
  return html`<div>${t(`contact.${one.kind}`)} <b class="clock">${one.address}</b> ${proof}</div>`;
}

function test(scope, person) {
  if (!TESTERS.has(state.me.role)) {
    return nothing;
  }
  const go = () => doing('roster', () => api.testCall(scope, person.id),
    (answer) => t('roster.tested', answer.attempts.map((one) => `${t(`channel.${one.channel}`)} ${one.number}`).join(t('comma'))));
  return html`<button ?disabled=${outcome('roster').busy} @click=${go}>${t('roster.test')}</button>`;
}

function rung(one) {
  if (one.people.length === 0) {
    return [{rung: one, empty: true}];
  }
  return one.people.map((on, at) => ({rung: one, on, first: at === 0}));
}

const position = (one) => (state.lang === 'en' ? one.positionEnglish : one.position);

function ladder(duty) {
  return table([
    ['roster.rung', (row) => (row.empty || row.first ? html`<b>${row.rung.rung} ${position(row.rung)}</b>` : nothing)],
    ['roster.person', (row) => (row.empty ? html`<b class="warn">⚠ ${t('roster.nobody')}</b>`
      : html`${row.on.person.name} ${row.on.person.account ? html`<small class="quiet">${row.on.person.account}</small>` : nothing}`)],
    ['roster.standing', (row) => (row.empty ? nothing : html`<span class="tag">${t(`standing.${row.on.standing}`)}</span> ${row.on.shift}`)],
    ['roster.numbers', (row) => (row.empty ? nothing : row.on.person.contacts.map(contact))],
    ['roster.try', (row) => (row.empty ? nothing : test(row.on.scope, row.on.person))],
  ], duty.rungs.flatMap(rung), 'roster.nobody', html`${t('roster.now')} ${when(duty.at)}`);
}

function gaps(duty) {
  return html`<section class="card-box"><h2>${t('roster.gaps')} <span class="quiet">${t('roster.gaps.what')}</span></h2>
    ${duty.gaps.length === 0 ? html`<p>✓ ${t('roster.full')}</p>`
      : html`<div class="lowers">${table([
        ['roster.rung', (one) => html`<b>${one.rung}</b> ${position(duty.rungs[one.rung - 1] ?? {})}`],
        ['roster.from', (one) => when(one.from)],
        ['roster.until', (one) => when(one.until)],
      ], duty.gaps, 'roster.full')}</div>`}</section>`;
}

const days = (slot) => (slot.days.length === 7 ? t('day.every') : slot.days.map((day) => t(`day.${day}`)).join(' '));

function slots(roster) {
  const name = (id) => roster.people.find((one) => one.id === id)?.name ?? id;
  const sorted = [...roster.slots].sort((a, b) => a.rung - b.rung || a.standing.localeCompare(b.standing) * -1 || a.from.localeCompare(b.from));
  return table([
    ['roster.rung', (slot) => slot.rung, 'num'],
    ['roster.person', (slot) => name(slot.person)],
    ['roster.standing', (slot) => t(`standing.${slot.standing}`)],
    ['roster.shift', (slot) => slot.shift || '—'],
    ['roster.days', days],
    ['roster.hours', (slot) => html`<span class="clock">${slot.from}–${slot.until}</span>`],
    ['roster.since', (slot) => html`<span class="clock">${slot.first}${slot.last ? ` – ${slot.last}` : ''}</span>`],
  ], sorted, 'roster.none');
}

export function rosterPage() {
  if (!state.mine || !scopeNow()) {
    return page('roster', nothing, html`<p class="empty">${t('mine.loading')}</p>`);
  }
  const scope = scopeNow();
  const duty = use(`roster duty ${state.mine}`, () => api.dutyOf(state.mine), EVERY_MS);
  const roster = use(`roster of ${scope}`, () => api.rosterOf(scope), EVERY_MS);
  const edit = EDITORS.has(state.me.role) && roster.value && !editing(scope)
    ? html`<button class="primary" @click=${() => startEditing(scope, roster.value)}>${t('roster.edit')}</button>` : nothing;
  return page('roster', edit, html`${told('roster')}
    <section class="card-box"><h2>${t('roster.ladder')}</h2>${shown(duty, ladder)}</section>
    ${editing(scope) ? rosterEditor() : html`
      ${shown(duty, gaps)}
      <section class="card-box"><h2>${t('roster.title')}</h2>${shown(roster, slots)}</section>`}`);
}
