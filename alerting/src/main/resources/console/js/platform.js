/** The platform itself: what is wrong, the channels for calls, the canary, gateways, messages set aside, accounts. */
import {accountsPart} from './accounts.js';
import * as api from './api.js';
import {bothTimes, since, span} from './clock.js';
import {doing, told} from './doing.js';
import {use} from './fetched.js';
import {html, nothing} from './lib.js';
import {isJudged} from './fresh.js';
import {page, shown, table, when} from './page.js';
import {state} from './store.js';
import {aboutOf, t} from './words.js';

const EVERY_MS = 5000;

function troubles() {
  return state.troubles.length === 0 ? html`<p>✓ ${t('platform.fine')}</p>` : html`<ul class="dots">
    ${state.troubles.map((one) => html`<li><b class="warn">${t(`platform.${one.kind}`, one.count, aboutOf(one))}</b> ${when(one.since)}</li>`)}</ul>`;
}

function line([name, one]) {
  return {name, ...one, down: one.since !== null && one.since !== undefined};
}

function channels({channels: all, canary}) {
  return html`
    <p>${t('platform.canary')}: ${canary.through ? html`<b>${t('ago', span(since(canary.through)))}</b>` : html`<b class="warn">${t('platform.canary.none')}</b>`}
      <span class="quiet" title=${bothTimes(canary.sent)}>${t('platform.canary.what')}</span></p>
    ${table([
      ['platform.channel', (one) => t(`channel.${one.name}`)],
      ['platform.state', (one) => html`<span class="tag ${one.down ? 'bad' : 'ok'}">${one.down ? '✕' : '●'} ${t(one.down ? 'platform.down' : 'platform.up')}</span> ${one.reason}`],
      ['platform.well', (one) => when(one.lastWell)],
      ['platform.failures', (one) => one.failures, 'num'],
    ], Object.entries(all).map(line), 'platform.nochannel')}`;
}

/** What lies on its disk, since when, and how full that is. */
function queue(health) {
  if (!health) {
    return '–';
  }
  const full = Math.round((100 * health.queueBytes) / Math.max(1, health.queueLimitBytes));
  return html`${t('gateway.queued', health.queuedMessages, full)} ${health.oldest ? when(health.oldest) : nothing}`;
}

/** Files and records that it could not take, and sources that it cannot read now. */
function refused(health) {
  if (!health) {
    return '–';
  }
  const unread = health.unreadInputs ?? 0;
  const text = t('gateway.refusals', health.refusedFiles, health.refusedRecords, unread);
  return health.refusedFiles + health.refusedRecords + unread > 0 ? html`<b class="warn">${text}</b>` : text;
}

function gateways() {
  const summary = state.summaries.get(state.mine);
  const said = state.mine ? use(`gateways ${state.mine}`, () => api.gatewaysOf(state.mine), EVERY_MS) : null;
  const spoken = new Map((said?.problem ? [] : said?.value ?? []).map((one) => [one.gateway, one]));
  const counted = new Map((summary?.gateways ?? []).map((one) => [one.id, one]));
  const rows = [...new Set([...counted.keys(), ...spoken.keys()])].sort().map((id) => ({id, count: counted.get(id), word: spoken.get(id)}));
  const offset = (ms) => `${ms > 0 ? '+' : ''}${(ms / 1000).toFixed(1)} ${t('unit.s')}`;
  const of = (name, show = (value) => value) => ({count}) => (count ? show(count[name]) : '–');
  const bad = (value) => (value > 0 ? html`<b class="warn">${value}</b>` : '0');
  const last = ({count, word}) => count?.presence?.state ?? word?.state ?? 'UNKNOWN';
  const there = (one) => (isJudged(state.mine) ? last(one) : 'UNKNOWN');
  return html`${table([
    ['gateway.id', (one) => one.id],
    ['gateway.state', (one) => html`<span class="tag ${there(one) === 'ONLINE' ? 'ok' : 'bad'}">${t(`presence.${there(one)}`)}</span>
      ${there(one) === last(one) ? nothing : html`<small class="quiet">${t('presence.was', t(`presence.${last(one)}`))}</small>`}`],
    ['gateway.heard', of('lastReceived', when)],
    ['gateway.offset', of('offsetMillis', offset), 'num'],
    ['gateway.missing', of('missing', bad), 'num'],
    ['gateway.recovered', of('recovered'), 'num'],
    ['gateway.duplicates', of('duplicates'), 'num'],
    ['gateway.givenup', of('givenUp', bad), 'num'],
    ['gateway.queue', ({word}) => queue(word?.health)],
    ['gateway.refused', ({word}) => refused(word?.health)],
    ['gateway.said', ({word}) => (word ? when(word.at) : '–')],
  ], rows, 'gateway.none')}${holes(rows)}${rewritten(rows)}`;
}

/** Points of which a gateway told a time twice, differently, within seven days. */
function rewritten(gatewayRows) {
  const rows = gatewayRows.flatMap(({id, word}) => (word?.rewritten ?? []).map((one) => ({id, ...one})));
  const odd = (one) => one.cause === 'UNEXPLAINED';
  return rows.length === 0 ? nothing : html`<h3>${t('rewritten.title')}</h3>${table([
    ['gateway.id', (one) => one.id],
    ['rewritten.point', (one) => one.point],
    ['rewritten.cause', (one) => (odd(one) ? html`<b class="warn">${t(`rewritten.${one.cause}`)}</b>` : t(`rewritten.${one.cause}`))],
    ['rewritten.count', (one) => one.count, 'num'],
  ], rows.sort((a, b) => odd(b) - odd(a) || b.count - a.count).slice(0, 50), 'gateway.none')}`;
}

/** Runs of messages that did not come in their turn, the newest first: between when and when, how much, and what came later. */
function holes(gatewayRows) {
  const rows = gatewayRows.flatMap(({id, count}) => (count?.holes ?? []).map((hole) => ({id, ...hole})));
  const left = (one) => Math.max(0, one.through - one.from + 1 - one.came - one.givenUp - one.before);
  return rows.length === 0 ? nothing : html`<h3>${t('holes.title')}</h3>${table([
    ['gateway.id', (one) => html`<span title=${`${one.session} ${one.from}–${one.through}`}>${one.id}</span>`],
    ['holes.between', (one) => html`${when(one.since)} – ${when(one.until)}`],
    ['holes.messages', (one) => one.through - one.from + 1, 'num'],
    ['holes.readings', (one) => one.readings ?? t('holes.uncounted'), 'num'],
    ['holes.came', (one) => (one.readings === undefined || one.readings === null ? one.came : t('holes.camewith', one.came, one.readingsCame)), 'num'],
    ['holes.left', (one) => (left(one) > 0 ? html`<b class="warn">${left(one)}</b>` : '0'), 'num'],
    ['gateway.givenup', (one) => one.givenUp, 'num'],
    ['holes.before', (one) => one.before, 'num'],
  ], rows.sort((a, b) => (a.until < b.until ? 1 : -1)).slice(0, 50), 'gateway.none')}`;
}

function parked() {
  const found = use('platform parked', api.parked, EVERY_MS);
  const again = (one) => () => doing('platform', () => api.retryParked(one.id), t('parked.done'));
  return html`<section class="card-box"><h2>${t('parked.title')}</h2>${shown(found, (rows) => table([
    ['parked.since', (one) => when(one.firstFailed)],
    ['parked.topic', (one) => one.topic],
    ['parked.reason', (one) => html`<b>${one.reason}</b><br /><small class="quiet">${one.payload.slice(0, 200)}</small>`],
    ['parked.times', (one) => one.times, 'num'],
    ['parked.acts', (one) => html`<button @click=${again(one)}>${t('parked.retry')}</button>`],
  ], rows, 'parked.none'))}</section>`;
}

export function platformPage() {
  const lines = use('platform channels', api.channels, EVERY_MS);
  const boss = state.me.role === 'ADMINISTRATOR';
  return page('platform', nothing, html`${told('platform')}
    <section class="card-box"><h2>${t('platform.title')}</h2>${troubles()}</section>
    <div class="side-by-side">
      <section class="card-box"><h2>${t('platform.channels')}</h2>${shown(lines, channels)}</section>
      <section class="card-box"><h2>${t('platform.gateways')}</h2>${gateways()}</section>
    </div>
    ${boss ? html`${parked()} ${accountsPart()}` : nothing}`);
}
