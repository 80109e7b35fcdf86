/** A mine behind its seal, and the books of its shifts with what of them does not fit. For regulators alone. */
import {use} from './fetched.js';
import * as inspect from './inspect.js';
import {html, nothing} from './lib.js';
import {choose, page, shown, table, when} from './page.js';
import {lookAt} from './selection.js';
import {change, state} from './store.js';
import {nameOf, t} from './words.js';

const EVERY_MS = 60_000;
const PERIODS = [7, 14, 30, 60];

let asked = {days: 14, pair: null};

function ask(patch) {
  asked = {...asked, ...patch};
  change({});
}

const mineOf = (code) => state.mines.find((one) => one.mine === code);

/** The mine behind the page's name in the address, else the one in view; it is then in view. */
function mineNow() {
  const told = decodeURIComponent(location.hash.split('/')[2] ?? '');
  const code = told || state.mine;
  if (code && mineOf(code) && state.mine !== code) {
    queueMicrotask(() => state.mine !== code && lookAt(code));
  }
  return code;
}

/** As exact as a person reads it. */
function figure(value) {
  return value >= 1000 ? Math.round(value).toLocaleString('en-US') : String(Number(value.toPrecision(3)));
}

const percent = (share) => `${share >= 0 ? '+' : ''}${(100 * share).toFixed(0)}%`;

/** Whether it is a clue; what does not fit and is not enough is no green, and where nothing was heard nobody knows. */
function standing(clue, odd) {
  return clue === true ? html`<b class="warn">⚠ ${t('books.clue')}</b>`
    : odd ? html`<span class="warn">${t('books.odd')}</span>`
    : clue === false ? html`<span class="tag ok">${t('books.fits')}</span>` : html`<span class="tag">? ${t('books.unknown')}</span>`;
}

function sealed(seal) {
  return html`<p><b>${t(`books.status.${seal.status}`)}</b> ${t('books.since')} ${when(seal.since)} · ${t('books.shift')} ${when(seal.shift)} · ${standing(seal.clue, seal.signs.length > 0)}</p>
    ${table([
      ['books.sign', (one) => html`<b class="warn">${t(`sign.${one.kind}`)}</b>`],
      ['books.point', (one) => one.point || t('books.whole')],
      ['books.seen', (one) => figure(one.seen), 'num'],
      ['books.limit', (one) => figure(one.limit), 'num'],
      ['books.from', (one) => when(one.since)],
    ], seal.signs, seal.clue === false ? 'books.nosigns' : 'books.unheard', t('books.signs'))}
    ${table([
      ['books.watched', (one) => t(`watched.${one.watched}`)],
      ['books.point', (one) => one.point],
      ['books.windows', (one) => (one.windows > 0 ? one.windows : html`<b class="warn">0</b>`), 'num'],
      ['books.newest', (one) => when(one.newest)],
    ], seal.heard, 'books.unheard', t('books.heard'))}`;
}

function sealBox(code) {
  const found = use(`books seal ${code}`, () => inspect.seal(code), EVERY_MS);
  return html`<section class="card-box"><h2>${t('books.seal')} <span class="quiet">${t('books.seal.what')}</span></h2>
    ${shown(found, (seal) => (seal.sealed ? sealed(seal) : html`<p class="empty">${t('books.notsealed')}</p>`))}</section>`;
}

/** The two things of a pair, by the names of the factors. */
function pairName(id) {
  return t(`pair.${id}`);
}

function disagreements(books) {
  return html`${table([
    ['books.pair', (one) => html`<button class="plain" @click=${() => ask({pair: one.pair})}>${pairName(one.pair)}</button>`],
    ['books.over', (one) => html`<b class="warn">${percent(one.over)}</b>`, 'num'],
    ['books.deviations', (one) => one.deviations.toFixed(1), 'num'],
    ['books.from', (one) => when(one.since)],
    ['books.often', (one) => one.shifts, 'num'],
  ], books.disagreements, 'books.nopairs', t('books.pairs'))}
  ${books.stood.length === 0 ? nothing : table([
    ['books.place', (one) => html`<b class="warn">${one.place}</b>`],
    ['books.hours', (one) => figure(one.hours), 'num'],
    ['books.from', (one) => when(one.since)],
    ['books.often', (one) => one.shifts, 'num'],
  ], books.stood, 'books.nopairs', t('books.stood'))}`;
}

/** A pair shift by shift: what was seen, what such shifts of the mine had, and how far that is apart. */
function course(books, pair) {
  const rows = books.shifts.map((one) => ({begin: one.begin, slot: one.slot, ...one.residuals.find((each) => each.pair === pair)}));
  return table([
    ['books.shift', (one) => html`${when(one.begin)} <small class="quiet">${t('books.slot', one.slot + 1)}</small>`],
    ['books.seen', (one) => (one.pair ? figure(one.seen) : '?'), 'num'],
    ['books.expected', (one) => (one.pair ? figure(one.expected) : '?'), 'num'],
    ['books.over', (one) => (one.pair ? html`<span class=${one.disagrees ? 'warn' : ''}>${one.disagrees ? '⚠ ' : ''}${percent(one.over)}</span>` : '?'), 'num'],
    ['books.deviations', (one) => (one.pair ? one.deviations.toFixed(1) : '?'), 'num'],
    ['books.baseline', (one) => (one.pair ? one.baseline : '?'), 'num'],
  ], rows, 'books.none', pairName(pair));
}

function residuals(books) {
  const known = [...new Set(books.shifts.flatMap((one) => one.residuals.map((each) => each.pair)))];
  const worst = books.disagreements[0]?.pair ?? known[0];
  const pair = known.includes(asked.pair) ? asked.pair : worst;
  return html`<section class="card-box"><h2>${t('books.residuals')} <span class="quiet">${t('books.residuals.what')}</span></h2>
    ${known.length === 0 ? html`<p class="empty">${t('books.nobaseline')}</p>`
      : html`${choose(t('books.pair'), known.map((one) => [one, pairName(one)]), pair, (one) => ask({pair: one}))} ${course(books, pair)}`}</section>`;
}

function ledger(books) {
  const factors = Object.keys(books.units).filter((factor) => books.shifts.some((one) => one.values[factor] !== undefined));
  const strayed = (one) => Object.entries(one.unplanned).map(([place, hours]) => html`${place} ${figure(hours)} h `);
  const known = books.shifts.filter((one) => Object.keys(one.values).length > 0 || Object.keys(one.unplanned).length > 0);
  const columns = factors.map((factor) => [`factor.${factor}`, (one) => (one.values[factor] === undefined ? '?'
    : html`${figure(one.values[factor])} <small class="quiet">${books.units[factor]}</small>`), 'num']);
  return html`<section class="card-box"><h2>${t('books.ledger')} <span class="quiet">${t('books.ledger.what')}</span></h2>
    ${table([
      ['books.shift', (one) => html`${when(one.begin)} <small class="quiet">${t('books.slot', one.slot + 1)}</small>`],
      ['books.stands', (one) => standing(one.clue, one.residuals.some((each) => each.disagrees))], ...columns, ['books.strayed', strayed],
    ], known, 'books.none')}</section>`;
}

function bookBoxes(books) {
  return html`<section class="card-box"><h2>${t('books.title')} <span class="quiet">${t('books.what')}</span></h2>
    ${books.from ? html`<p class="quiet">${t('books.anew')} ${when(books.from)}</p>` : nothing}
    ${disagreements(books)} <p><a href="#/clues">${t('books.clues')}</a></p></section>
    ${residuals(books)} ${ledger(books)}`;
}

export function booksPage() {
  const code = mineNow();
  const aside = html`<b>${nameOf(mineOf(code), code ?? '—')}</b> <small class="quiet">${code ?? ''}</small>
    ${choose(t('counters.period'), PERIODS.map((one) => [String(one), t('counters.days', one)]), String(asked.days), (one) => ask({days: +one}))}`;
  if (!code) {
    return page('books', aside, html`<p class="empty">${t('mine.loading')}</p>`);
  }
  const found = use(`books ${code} ${asked.days}`, () => inspect.books(code, asked.days), EVERY_MS);
  return page('books', aside, html`${sealBox(code)} ${shown(found, bookBoxes)}`);
}
