/** An area and what is below it: incidents, calls, people, what cannot be seen. Down to the mine. */
import * as api from './api.js';
import {duration, mineDay, mineTime, mineZone, since} from './clock.js';
import {use} from './fetched.js';
import {html, nothing} from './lib.js';
import {page, shown, table} from './page.js';
import {bulletin} from './records.js';
import {lookAt} from './selection.js';
import {shape} from './severity.js';
import {state} from './store.js';
import {nameOf, t} from './words.js';

/** How often an area is fetched. */
const EVERY_MS = 5000;
const SEVERITIES = ['RED', 'ORANGE', 'YELLOW', 'BLUE'];

/** The area in view: the codes behind the page's name in the address. */
const areaNow = () => location.hash.split('/').slice(2).filter(Boolean);

function place(row) {
  if (row.kind === 'AREA') {
    return html`<a href="#/area/${[...areaNow(), row.code].join('/')}">${row.code}</a> <small class="quiet">${t('area.mines', row.known.mines)}</small>`;
  }
  const look = () => {
    lookAt(row.code);
    location.hash = '#/now';
  };
  return html`<button class="plain" @click=${look}>${nameOf(row, row.code)}</button> <small class="quiet">${row.code}</small>
    ${state.me?.role === 'REGULATOR' ? html`<a class="tag" href="#/books/${encodeURIComponent(row.code)}">${t('books.open')}</a>` : nothing}`;
}

const openOf = ({incidents}) => Object.values(incidents.bySeverity).reduce((all, count) => all + count, 0);

function openOnes({incidents}) {
  const parts = SEVERITIES.filter((severity) => incidents.bySeverity[severity] > 0);
  return parts.length === 0 ? '0'
    : parts.map((severity) => html`<span class="sev" title=${t(`severity.${severity}`)}>${shape(severity)} ${incidents.bySeverity[severity]} </span>`);
}

const bad = (count) => (count > 0 ? html`<b class="warn">${count}</b>` : '0');

/** A sum over mines of which some are not known: alone it would read as the whole. */
const partly = (count, unknown, mines) => (unknown === 0 ? String(count) : unknown === mines ? '?' : `${count} + ?`);

const underground = ({known}) => partly(known.underground, known.peopleUnknown, known.mines);

const share = ({known}) => (known.points > 0 ? `${((100 * known.heard) / known.points).toFixed(1)}%` : '—');

const COLUMNS = [
  ['area.place', place],
  ['area.open', openOnes],
  ['area.calling', (row) => bad(row.incidents.calling), 'num'],
  ['area.underground', underground, 'num'],
  ['area.unknown', (row) => bad(row.known.peopleUnknown), 'num'],
  ['area.heard', share, 'num'],
  ['area.dark', (row) => bad(row.known.dark), 'num'],
  ['area.blind', (row) => bad(row.known.blind), 'num'],
  ['area.missing', (row) => bad(row.known.missing), 'num'],
  ['area.silent', (row) => bad(row.known.notHeard), 'num'],
];

const unseen = ({known}) => known.dark + known.blind;

/** Worst first: open calls, then open incidents, then what cannot be seen. */
const worst = (a, b) =>
  b.incidents.calling - a.incidents.calling || openOf(b) - openOf(a) || b.known.notHeard - a.known.notHeard
  || unseen(b) - unseen(a) || a.code.localeCompare(b.code);

function crumbs(codes) {
  const steps = codes.map((code, at) => html` › <a href="#/area/${codes.slice(0, at + 1).join('/')}">${code}</a>`);
  return html`<nav class="crumbs" aria-label=${t('area.way')}><a href="#/area">${t('area.all')}</a>${steps}</nav>`;
}

function figure(word, count, isBad) {
  return html`<div class="figure ${isBad ? 'bad' : ''}"><b>${count}</b><small>${t(word)}</small></div>`;
}

/** An overview that is no longer of now says so above its figures; they stand for what was. */
function ageOf(overview) {
  const isNow = state.link.up && state.terms && since(overview.at) <= duration(state.terms.summary);
  return isNow ? nothing : html`<p class="trouble" role="status"><b>⚠ ${t('area.old', mineTime(overview.at))}</b></p>`;
}

function figures(overview) {
  const {sum, rows} = overview;
  return html`${ageOf(overview)}
    <div class="figures">
      ${figure('area.figure.mines', sum.known.mines, false)}
      ${figure('area.figure.open', openOf(sum), openOf(sum) > 0)}
      ${figure('area.figure.calling', sum.incidents.calling, sum.incidents.calling > 0)}
      ${figure('area.figure.underground', underground(sum), sum.known.peopleUnknown > 0)}
      ${figure('area.figure.unknown', sum.known.peopleUnknown, sum.known.peopleUnknown > 0)}
      ${figure('area.figure.unseen', unseen(sum), unseen(sum) > 0)}
      ${figure('area.figure.silent', sum.known.notHeard, sum.known.notHeard > 0)}
    </div>
    <div class="card-box">${table(COLUMNS, [...rows].sort(worst), 'area.none')}</div>`;
}

/** The month that is over, as the clocks of the mine have it; its bulletin is complete. */
export function lastMonth() {
  const day = new Date(`${mineDay().slice(0, 7)}-01T00:00:00Z`);
  day.setUTCDate(0);
  return day.toISOString().slice(0, 7);
}

const print = (codes) => html`<a class="tag" href=${bulletin(codes.join('/'), lastMonth(), mineZone())} target="_blank" rel="noopener"
  >${t('report.bulletin')} ${lastMonth()}</a>`;

export function areaPage() {
  const codes = areaNow();
  const found = use(`overview ${codes.join('/')}`, () => api.overview(codes), EVERY_MS);
  return page('area', html`${crumbs(codes)} ${print(codes)}`, shown(found, figures));
}
