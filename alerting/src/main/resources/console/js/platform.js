/** The platform itself: what is wrong, the channels for calls, the canary, gateways, messages set aside, accounts. */
import {accountsPart} from './accounts.js';
import * as api from './api.js';
import {bothTimes, since, span} from './clock.js';
import {doing, told} from './doing.js';
import {use} from './fetched.js';
import {html, nothing} from './lib.js';
import {page, shown, table, when} from './page.js';
import {state} from './store.js';
import {t} from './words.js';

const EVERY_MS = 5000;

function troubles() {
  return state.troubles.length === 0 ? html`<p>✓ ${t('platform.fine')}</p>` : html`<ul class="dots">
    ${state.troubles.map((one) => html`<li><b class="warn">${t(`platform.${one.kind}`, one.count, (one.about ?? []).join(', '))}</b> ${when(one.since)}</li>`)}</ul>`;
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
  const said = state.mine ? use(`gateways ${state.mine}`, () => api.gatewaysOf(state.mine), EVERY_MS).value : null;
  const health = new Map((said ?? []).map((one) => [one.gateway, one.health]));
  const offset = (ms) => `${ms > 0 ? '+' : ''}${(ms / 1000).toFixed(1)} ${t('unit.s')}`;
  return table([
    ['gateway.id', (one) => one.id],
    ['gateway.state', (one) => html`<span class="tag ${one.presence?.state === 'ONLINE' ? 'ok' : 'bad'}">${t(`presence.${one.presence?.state ?? 'UNKNOWN'}`)}</span>`],
    ['gateway.heard', (one) => when(one.lastReceived)],
    ['gateway.offset', (one) => offset(one.offsetMillis), 'num'],
    ['gateway.missing', (one) => (one.missing > 0 ? html`<b class="warn">${one.missing}</b>` : '0'), 'num'],
    ['gateway.recovered', (one) => one.recovered, 'num'],
    ['gateway.duplicates', (one) => one.duplicates, 'num'],
    ['gateway.givenup', (one) => (one.givenUp > 0 ? html`<b class="warn">${one.givenUp}</b>` : '0'), 'num'],
    ['gateway.queue', (one) => queue(health.get(one.id))],
    ['gateway.refused', (one) => refused(health.get(one.id))],
  ], summary?.gateways ?? [], 'gateway.none');
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
