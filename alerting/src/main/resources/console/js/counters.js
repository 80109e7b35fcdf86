/** Counted: warnings, mine-calls, persons withdrawn and how long each step took; exceptions; the load of alarms. */
import * as api from './api.js';
import {matter, overdue, standing} from './accident.js';
import {lastMonth} from './area.js';
import {duration, mineTime, mineZone, span} from './clock.js';
import {forget, use} from './fetched.js';
import {html, nothing} from './lib.js';
import {choose, page, shown, table, when} from './page.js';
import {bulletin, downloads} from './records.js';
import {change, state} from './store.js';
import {t} from './words.js';

const EVERY_MS = 30_000;
const DAY_MS = 86_400_000;
const BY = ['NATION', 'PROVINCE', 'CITY', 'COUNTY', 'MINE'];
const PERIODS = [1, 7, 30, 365];
const COUNTS = ['warnings', 'calls', 'answered', 'answeredInTime', 'orders', 'withdrawn', 'escalated', 'lapsed',
  'closed', 'forced', 'harmless', 'shelved', 'revoked'];
/** A count of these wants a look. */
const UNWELCOME = new Set(['escalated', 'lapsed', 'forced', 'shelved', 'revoked']);

let month = ''; // none chosen: the last one that is over

let asked = {by: 'MINE', days: 30, occasion: 'REAL'};

function ask(patch) {
  asked = {...asked, ...patch};
  forget('counters');
  change({});
}

function query() {
  const from = new Date(Date.now() - asked.days * DAY_MS).toISOString();
  return new URLSearchParams({by: asked.by, occasion: asked.occasion, from}).toString();
}

/** The bulletin of a month, of all in scope. */
function bulletins() {
  const shownMonth = month || lastMonth();
  return html`<label class="pick">${t('report.bulletin')}
    <input type="month" .value=${shownMonth} @change=${(event) => {
      month = event.target.value;
      change({});
    }} /></label>
    <a class="tag" href=${bulletin('', shownMonth, mineZone())} target="_blank" rel="noopener">${t('report.print')}</a>`;
}

function choices() {
  return html`
    ${choose(t('counters.by'), BY.map((by) => [by, t(`by.${by}`)]), asked.by, (by) => ask({by}))}
    ${choose(t('counters.period'), PERIODS.map((days) => [String(days), t('counters.days', days)]), String(asked.days),
      (days) => ask({days: +days}))}
    ${choose(t('counters.occasion'), ['REAL', 'DRILL'].map((one) => [one, t(`occasion.${one}`)]), asked.occasion,
      (occasion) => ask({occasion}))}
    ${downloads('/api/counters', query(), mineZone())}
    ${bulletins()}`;
}

function count(name) {
  return [`counter.${name}`, (row) => {
    const value = row.counters[name];
    return UNWELCOME.has(name) && value > 0 ? html`<b class="warn">${value}</b>` : value;
  }, 'num'];
}

const ACCIDENTS = ['accidents', 'owed', 'overdue', 'inTime', 'late'];

function accidentCount(name) {
  return [`accidents.${name}`, (row) => {
    const value = row.accidents[name];
    return name !== 'inTime' && value > 0 ? html`<b class="warn">${value}</b>` : value;
  }, 'num'];
}

const took = (iso) => (iso ? span(duration(iso)) : '—');

/** How long the steps took: one row for each place and step. */
function times(view) {
  const rows = view.rows.flatMap((row) =>
    Object.entries(row.counters.times).map(([kind, one]) => ({place: row.place, kind, ...one})));
  return table([
    ['area.place', (row) => row.place || t('area.all')],
    ['counters.step', (row) => t(`taken.${row.kind}`)],
    ['counters.times', (row) => row.count, 'num'],
    ['counters.median', (row) => took(row.median), 'num'],
    ['counters.ninetieth', (row) => took(row.ninetieth), 'num'],
  ], rows, 'counters.none', t('counters.took'));
}

function exceptions() {
  const from = new Date(Date.now() - asked.days * DAY_MS).toISOString();
  const found = use(`counters exceptions ${asked.days}`, () => api.exceptions(from), EVERY_MS);
  return html`<section class="card-box"><h2>${t('exceptions.title')} <span class="quiet">${t('exceptions.what')}</span></h2>
    ${shown(found, (rows) => table([
      ['exceptions.at', (row) => when(row.at)],
      ['exceptions.what.column', (row) => t(`exception.${row.what.how ?? row.type}`)],
      ['exceptions.mine', (row) => row.mine],
      ['exceptions.by', (row) => row.by],
      ['exceptions.why', (row) => reason(row.what)],
      ['exceptions.row', (row) => row.row, 'num'],
    ], rows, 'exceptions.none'))}</section>`;
}

/** What the person wrote, and what was lacking when it was done. */
function reason(what) {
  const lacking = Array.isArray(what.lacking) ? what.lacking.map((one) => t(`missing.${one}`)).join(t('comma')) : '';
  return html`${what.reason ?? what.note ?? ''}${lacking ? html` <small class="warn">${lacking}</small>` : nothing}`;
}

/** Accidents that were declared; those with a report overdue say so, whatever became of the incident. */
function accidents() {
  const from = new Date(Date.now() - asked.days * DAY_MS).toISOString();
  const found = use(`counters accidents ${asked.days}`, () => api.accidents(from), EVERY_MS);
  return html`<section class="card-box"><h2>${t('accidents.title')} <span class="quiet">${t('accidents.what')}</span></h2>
    ${shown(found, (rows) => table([
      ['exceptions.at', (row) => mineTime(row.declared)],
      ['exceptions.mine', (row) => row.mine],
      ['accident.happened', (row) => html`${row.drill ? html`<b class="drill">${t('drill')}</b> ` : nothing}${row.what}
        ${overdue(row) > 0 ? html`<b class="warn">⚠ ${t('accident.overdue', overdue(row))}</b>` : nothing}`],
      ['accidents.reports', (row) => row.reports.map((one) => html`<div>${matter(one)} ${standing(one)}</div>`)],
    ], rows, 'accidents.none'))}</section>`;
}

function load() {
  const found = use(`counters load ${state.mine}`, () => api.alarmLoad(state.mine), EVERY_MS);
  return html`<section class="card-box"><h2>${t('load.title')} <span class="quiet">${t('load.what')}</span></h2>
    ${shown(found, ({load: one, rules, stale}) => html`
      <div class="figures">
        ${figure('load.alarms', one.alarms, false)} ${figure('load.now', one.now, one.inFlood)}
        ${figure('load.peak', one.peak, one.peak > rules.floodFrom)}
        ${figure('load.flood', `${(100 * one.floodShare).toFixed(1)}%`, one.floodShare > 0)}
        ${figure('load.chattering', one.chattering.length, one.chattering.length > 0)}
        ${figure('load.stale', stale.length, stale.length > 0)}
      </div>
      ${table([
        ['load.which', (row) => row.alarm],
        ['load.count', (row) => html`${row.times} <small class="quiet">${(100 * row.share).toFixed(0)}%</small>`, 'num'],
      ], one.top, 'load.none', t('load.top'))}`)}</section>`;
}

const figure = (word, value, isBad) =>
  html`<div class="figure ${isBad ? 'bad' : ''}"><b>${value}</b><small>${t(word)}</small></div>`;

export function countersPage() {
  const found = use(`counters ${query().replace(/from=[^&]*/, '')} ${asked.days}`, () => api.counters(query()), EVERY_MS);
  return page('counters', choices(), html`
    <section class="card-box">
      ${shown(found, (view) => html`
        ${table([['area.place', (row) => row.place || t('area.all')], ['counters.mines', (row) => row.mines, 'num'], ...COUNTS.map(count), ...ACCIDENTS.map(accidentCount)],
          view.rows, 'counters.none', html`${when(view.from)} – ${when(view.to)}`)}
        ${times(view)}`)}
    </section>
    ${accidents()}
    <div class="side-by-side">${exceptions()} ${load()}</div>`);
}
