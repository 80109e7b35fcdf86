/** The four lines of an area, down to the mine, its points and each outage with its curve. */
import {duration, mineDay, mineZone, span} from './clock.js';
import {draft} from './clues.js';
import {use} from './fetched.js';
import * as inspect from './inspect.js';
import {html, nothing} from './lib.js';
import {outageCurve} from './outagecurve.js';
import {choose, page, shown, table, when} from './page.js';
import {downloads} from './records.js';
import {change, state} from './store.js';
import {showMine} from './stream.js';
import {nameOf, t, wordOr} from './words.js';

const EVERY_MS = 60_000;
const LINES = ['NETWORK', 'LINE', 'FLAT', 'MISSING'];
const PERIODS = [1, 7, 30, 365];
/** What the rows below a path of so many codes stand for. */
const BELOW = ['PROVINCE', 'CITY', 'COUNTY', 'MINE'];
const ROWS = 100;

let asked = {place: '', days: 7, skip: 0, open: null, point: null, curve: null};

function ask(patch) {
  asked = {...asked, ...patch};
  change({});
}

/** The area in view: the codes behind the page's name in the address. What was chosen in another one is not of this. */
function codesNow() {
  const codes = location.hash.split('/').slice(2).filter(Boolean).map(decodeURIComponent);
  const place = codes.join('/');
  if (asked.place !== place) {
    asked = {...asked, place, skip: 0, open: null, point: null, curve: null};
  }
  return codes;
}

const mineOf = (code) => state.mines.find((one) => one.mine === code);

/** A path that ends with a mine. */
const isMine = (codes) => codes.length > 0 && Boolean(mineOf(codes.at(-1)));

/** Whole days of the mine's calendar, the last of them today. */
function days() {
  const day = (back) => new Date(Date.parse(mineDay()) - back * 86_400_000).toISOString().slice(0, 10);
  return {from: day(asked.days - 1), to: day(0)};
}

function query(codes, by) {
  return new URLSearchParams({area: codes.join('/'), ...days(), by}).toString();
}

function choices(codes, by) {
  return html`
    ${choose(t('counters.period'), PERIODS.map((one) => [String(one), t('counters.days', one)]), String(asked.days),
      (one) => ask({days: +one, skip: 0, open: null}))}
    ${downloads('/api/four-lines', query(codes, by), mineZone())}`;
}

function crumbs(codes) {
  const to = (some) => `#/fourlines/${some.map(encodeURIComponent).join('/')}`;
  const word = (code) => nameOf(mineOf(code), code);
  return html`<nav class="crumbs" aria-label=${t('area.way')}><a href="#/fourlines">${t('area.all')}</a>
    ${codes.map((code, at) => html` › <a href=${to(codes.slice(0, at + 1))}>${word(code)}</a>`)}</nav>`;
}

const lasted = (iso) => span(duration(iso));

function lineCell(row, line) {
  const one = row.lines[line];
  return one ? html`<b class="warn">${one.times}</b> <small>${lasted(one.time)}</small>` : '0';
}

const lineColumns = () => LINES.map((line) => [`line.${line}`, (row) => lineCell(row, line), 'num']);

/** Never rounded up to all of it. */
const share = ({heard}) => (heard === null ? '—' : heard === 1 ? '100%' : `${(Math.floor(heard * 100_000) / 1000).toFixed(3)}%`);

const beside = (row) => html`${row.region.times > 0 ? html`${t('lines.region', row.region.times)} <small>${lasted(row.region.time)}</small>` : nothing}
  ${row.platform > 0 ? html` ${t('lines.platform', row.platform)}` : nothing}`;

const open = ({open: count}) => (count > 0 ? html`<b class="warn">${count}</b>` : '0');

const columns = (place) => [
  ['area.place', place], ...lineColumns(), ['lines.open', open, 'num'], ['lines.heard', share, 'num'], ['lines.beside', beside],
];

function placeOf(codes, row) {
  const last = row.place.split('/').at(-1);
  const path = mineOf(row.place)?.path ?? row.place.split('/');
  return html`<a href="#/fourlines/${path.map(encodeURIComponent).join('/')}">${nameOf(mineOf(last), last)}</a>
    ${mineOf(last) ? html`<small class="quiet">${last}</small>` : html`<small class="quiet">${t('area.mines', row.mines)}</small>`}`;
}

/** Steps through an index that is longer than a page. */
function steps(view) {
  const to = (skip) => () => ask({skip, open: null});
  return view.total <= ROWS ? nothing : html`<div class="line-of">
    <button ?disabled=${view.skip === 0} @click=${to(Math.max(0, view.skip - ROWS))}>←</button>
    <span>${t('lines.rows', view.skip + 1, Math.min(view.skip + ROWS, view.total), view.total)}</span>
    <button ?disabled=${view.skip + ROWS >= view.total} @click=${to(view.skip + ROWS)}>→</button></div>`;
}

const unwatched = (view) => {
  const most = Math.max(0, ...view.rows.map((row) => duration(row.unwatched)));
  return most > 0 ? html`<p class="trouble" role="status">⚠ ${t('lines.unwatched', span(most))}</p>` : nothing;
};

function index(codes, by, place) {
  const text = `${query(codes, by)}&skip=${by === 'DAY' ? 0 : asked.skip}&most=${by === 'DAY' ? 366 : ROWS}`;
  const found = use(`fourlines ${text}`, () => inspect.fourLines(text), EVERY_MS);
  return shown(found, (view) => html`${view.whole ? nothing : html`<p class="trouble" role="status">⚠ ${t('lines.notwhole')}</p>`}
    ${by === 'DAY' ? nothing : unwatched(view)}
    ${table(columns(place), view.rows, 'lines.none', t(`lines.caption.${by}`, view.from, view.to))}
    ${by === 'DAY' ? nothing : steps(view)}`);
}

/** A point of the mine in view, or what is cut off as a whole. */
function pointCell(codes, row) {
  const id = row.place.slice(row.place.indexOf('/') + 1);
  const known = state.plan?.points.find((one) => one.id === id);
  return html`<button class="plain" @click=${() => ask({point: id, open: null})}>${nameOf(known, id)}</button>
    ${known ? html`<small class="quiet">${id}</small>` : nothing}`;
}

const cause = (one) => html`${t(`cause.${one.cause}`)} ${one.cut > 0 ? html`<small class="quiet">${t('lines.cut', one.cut, one.mines)}</small>` : nothing}`;

function evidence(code, one) {
  const points = asked.point && one.points.includes(asked.point) ? [asked.point] : one.points;
  if (points.length === 0) {
    return html`<p class="empty">${t('lines.nopoint')}</p>`;
  }
  const shownPoint = points.includes(asked.curve) ? asked.curve : points[0];
  return html`${points.length > 1 ? choose(t('lines.point'), points.map((id) => [id, nameOf(state.plan?.points.find((each) => each.id === id), id)]), shownPoint, (curve) => ask({curve})) : nothing}
    ${outageCurve(code, one, shownPoint)}`;
}

/** Takes an outage along as the evidence of a new clue. */
function suspect(code, one) {
  draft({mine: code, subject: one.subject, kind: 'FOUR_LINE', ref: one.finding});
  location.hash = '#/clues';
}

function outages(code) {
  const text = new URLSearchParams({mine: code, point: asked.point ?? '', ...days()}).toString();
  const found = use(`fourlines outages ${text}`, () => inspect.outages(text), EVERY_MS);
  const toggle = (one) => () => ask({open: asked.open === one.finding ? null : one.finding});
  return html`<section class="card-box"><h2>${t('lines.outages')} <span class="quiet">${t('lines.outages.what')}</span></h2>
    ${asked.point ? html`<p>${t('lines.only', asked.point)} <button @click=${() => ask({point: null})}>${t('lines.all')}</button></p>` : nothing}
    ${shown(found, (view) => html`${table([
      ['lines.what', (one) => html`<b>${t(`line.${one.line}`)}</b>`],
      ['lines.subject', (one) => html`${one.subject} ${one.behind > 1 ? html`<small class="quiet">${t('lines.behind', one.behind)}</small>` : nothing}`],
      ['lines.onset', (one) => when(one.onset)],
      ['lines.ended', (one) => (one.ended ? html`${when(one.ended)} ${one.end === 'GIVEN_UP' ? html`<small class="warn">${t('lines.givenup')}</small>` : nothing}` : html`<b class="warn">${t('lines.lasts')}</b>`)],
      ['lines.lasted', (one) => html`${lasted(one.lasted)} ${one.own === one.lasted ? nothing : html`<small class="quiet">${t('lines.ofit', lasted(one.own))}</small>`}`, 'num'],
      ['lines.cause', cause],
      ['lines.curve', (one) => html`<button aria-expanded=${asked.open === one.finding} @click=${toggle(one)}>${t('lines.show')}</button>
        ${state.me.role === 'REGULATOR' ? html`<button @click=${() => suspect(code, one)}>${t('clue.new')}</button>` : nothing}`],
    ], view.outages, 'lines.none')}
    ${view.total > view.outages.length ? html`<p class="quiet">${t('lines.more', view.outages.length, view.total)}</p>` : nothing}
    ${view.outages.filter((one) => one.finding === asked.open).map((one) => html`<div class="trial">
      <h3>${t(`line.${one.line}`)} · ${one.subject} · ${wordOr(`rule.${one.rule}`, one.rule)}</h3>${evidence(code, one)}</div>`)}`)}
  </section>`;
}

function minePage(codes) {
  const code = codes.at(-1);
  if (state.mine !== code) {
    queueMicrotask(() => state.mine !== code && showMine(code));
  }
  return html`<section class="card-box"><h2>${t('lines.points')}</h2>${index(codes, 'POINT', (row) => pointCell(codes, row))}</section>
    <section class="card-box"><h2>${t('lines.days')}</h2>${index(codes, 'DAY', (row) => row.place)}</section>
    ${outages(code)}`;
}

export function fourLinesPage() {
  const codes = codesNow();
  const by = isMine(codes) ? 'POINT' : BELOW[Math.min(codes.length, BELOW.length - 1)];
  return page('fourlines', html`${crumbs(codes)} ${choices(codes, by)}`, isMine(codes) ? minePage(codes)
    : html`<section class="card-box">${index(codes, by, (row) => placeOf(codes, row))}</section>`);
}
