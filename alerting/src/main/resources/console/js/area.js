/** An area and what is below it: incidents, calls, people, what cannot be seen. Down to the mine. */
import {since} from './clock.js';
import {html, nothing} from './lib.js';
import {page, table} from './page.js';
import {lookAt} from './selection.js';
import {shape} from './severity.js';
import {state} from './store.js';
import {nameOf, t} from './words.js';

/** A summary older than this says nothing about now. */
const SUMMARY_OLD_MS = 20_000;
const SEVERITIES = ['RED', 'ORANGE', 'YELLOW', 'BLUE'];

/** The area in view: the codes behind the page's name in the address. */
const areaNow = () => location.hash.split('/').slice(2).filter(Boolean);

const within = (mine, codes) => codes.every((code, at) => mine.path[at] === code);

/** One row for each code below, or for each mine when nothing lies between. */
function rowsBelow(codes) {
  const rows = new Map();
  for (const mine of state.mines.filter((one) => within(one, codes))) {
    const last = mine.path.length - 1;
    const isMine = codes.length >= last;
    const key = isMine ? mine.mine : mine.path[codes.length];
    const row = rows.get(key) ?? {key, isMine, mine, mines: []};
    row.mines.push(mine);
    rows.set(key, row);
  }
  return [...rows.values()].map(counted);
}

/** What is known of several mines together, drills apart; mines that nothing is heard of are counted as such. */
function counted(row) {
  const codes = new Set(row.mines.map((one) => one.mine));
  const open = [...state.incidents.values()].filter((one) => codes.has(one.mine) && one.stage !== 'CLOSED' && !one.drill);
  const sum = {...row, open, points: 0, heard: 0, dark: 0, blind: 0, missing: 0, underground: 0, silent: 0};
  for (const one of row.mines) {
    const summary = state.summaries.get(one.mine);
    if (!summary || since(summary.at) > SUMMARY_OLD_MS || !state.link.up) {
      sum.silent++;
      continue;
    }
    for (const name of ['points', 'heard', 'dark', 'blind', 'underground']) {
      sum[name] += summary[name];
    }
    sum.missing += summary.gateways.reduce((all, gateway) => all + gateway.missing, 0);
  }
  sum.calling = open.filter((one) => one.next.includes('ACKNOWLEDGE') || one.stage === 'CALLED').length;
  return sum;
}

function place(row) {
  const codes = areaNow();
  if (!row.isMine) {
    return html`<a href="#/area/${[...codes, row.key].join('/')}">${row.key}</a> <small class="quiet">${t('area.mines', row.mines.length)}</small>`;
  }
  const look = () => {
    lookAt(row.key);
    location.hash = '#/now';
  };
  return html`<button class="plain" @click=${look}>${nameOf(row.mine)}</button> <small class="quiet">${row.key}</small>`;
}

function openOnes(row) {
  const parts = SEVERITIES.map((severity) => [severity, row.open.filter((one) => one.severity === severity).length])
    .filter(([, count]) => count > 0);
  return parts.length === 0 ? '0' : parts.map(([severity, count]) => html`<span class="sev" title=${t(`severity.${severity}`)}>${shape(severity)} ${count} </span>`);
}

const bad = (count) => (count > 0 ? html`<b class="warn">${count}</b>` : '0');

const share = (row) => (row.points > 0 ? `${((100 * row.heard) / row.points).toFixed(1)}%` : '—');

const COLUMNS = [
  ['area.place', place],
  ['area.open', openOnes],
  ['area.calling', (row) => bad(row.calling), 'num'],
  ['area.underground', (row) => (row.silent === row.mines.length ? '?' : row.underground), 'num'],
  ['area.heard', share, 'num'],
  ['area.dark', (row) => bad(row.dark), 'num'],
  ['area.blind', (row) => bad(row.blind), 'num'],
  ['area.missing', (row) => bad(row.missing), 'num'],
  ['area.silent', (row) => bad(row.silent), 'num'],
];

/** Worst first: open calls, then open incidents, then what cannot be seen. */
const worst = (a, b) =>
  b.calling - a.calling || b.open.length - a.open.length || b.silent - a.silent || b.dark + b.blind - a.dark - a.blind
  || a.key.localeCompare(b.key);

function crumbs(codes) {
  const steps = codes.map((code, at) => html` › <a href="#/area/${codes.slice(0, at + 1).join('/')}">${code}</a>`);
  return html`<nav class="crumbs" aria-label=${t('area.way')}><a href="#/area">${t('area.all')}</a>${steps}</nav>`;
}

function figure(word, count, isBad) {
  return html`<div class="figure ${isBad ? 'bad' : ''}"><b>${count}</b><small>${t(word)}</small></div>`;
}

export function areaPage() {
  const codes = areaNow();
  const rows = rowsBelow(codes).sort(worst);
  const all = counted({key: '', isMine: false, mines: rows.flatMap((row) => row.mines)});
  return page('area', crumbs(codes), html`
    <div class="figures">
      ${figure('area.figure.mines', all.mines.length, false)}
      ${figure('area.figure.open', all.open.length, all.open.length > 0)}
      ${figure('area.figure.calling', all.calling, all.calling > 0)}
      ${figure('area.figure.underground', all.silent === all.mines.length ? '?' : all.underground, all.silent > 0)}
      ${figure('area.figure.unseen', all.dark + all.blind, all.dark + all.blind > 0)}
      ${figure('area.figure.silent', all.silent, all.silent > 0)}
    </div>
    <div class="card-box">
      ${state.mines.length > 0 ? table(COLUMNS, rows, 'area.none') : html`<p class="empty">${t('area.none')}</p>`}
    </div>
    ${nothing}`);
}
