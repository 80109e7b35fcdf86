/** A shift is handed over: what is open, who gives it, who takes it, and those of before. */
import {mayAct} from './acts.js';
import {mineStamp} from './clock.js';
import {doing, outcome, told} from './doing.js';
import {use} from './fetched.js';
import {html, live, nothing} from './lib.js';
import {mattersOf} from './matters.js';
import {page, shown, table} from './page.js';
import * as records from './records.js';
import {change, state} from './store.js';
import {nameOf, t} from './words.js';

const EVERY_MS = 5000;
/** All that is open is gathered anew for each question: of a nation that is work. */
const OPEN_MS = 15_000;
const KEPT_MS = 3_600_000;

/** Of the server's pages; behind which handover each further one begins. */
const PAGE = 50;
let marks = [];

function older50(mark) {
  marks = [...marks, mark];
  change({});
}

let text = {receiver: '', notes: '', remarks: ''};

/** The handover in view: behind the page's name in the address. */
const chosen = () => location.hash.split('/')[2] ?? '';

const scopeName = (scope) => {
  const mine = state.mines.find((one) => one.path.join('/') === scope);
  return mine ? nameOf(mine) : scope || t('area.all');
};

function write(name, word, rows, most) {
  const said = (event) => {
    text = {...text, [name]: event.target.value};
  };
  return rows > 1
    ? html`<label>${t(word)}<textarea name=${name} rows=${rows} maxlength=${most} .value=${live(text[name])} @input=${said}></textarea></label>`
    : html`<label>${t(word)}<input name=${name} maxlength=${most} .value=${live(text[name])} @input=${said} /></label>`;
}

async function act(does, said) {
  const made = await doing('shift', does, said);
  if (made) {
    text = {receiver: '', notes: '', remarks: ''};
    location.hash = `#/shift/${made.id}`;
    change({});
  }
}

function give(event) {
  event.preventDefault();
  act(() => records.give({receiver: text.receiver, notes: text.notes}), t('shift.given.said'));
}

/** The server refuses what has changed since; then the list is fetched anew, and looked at again. */
function take(event, one, seen) {
  event.preventDefault();
  act(() => records.take(one.id, text.remarks, seen), t('shift.taken.said'));
}

const busy = () => outcome('shift').busy;

function giveForm(waiting) {
  if (!mayAct()) {
    return html`<p class="quiet">${t('shift.readonly')}</p>`;
  }
  const own = waiting.find((one) => one.isYours);
  if (own) {
    return html`<h2>${t('shift.yours')} <a class="tag" href="#/shift/${own.id}">${t('archive.look')}</a></h2>${people(own)}${answerTo(own)}`;
  }
  if (waiting.some((one) => one.isOfScope)) {
    return nothing; // one at a time
  }
  return html`<form class="form" @submit=${give}>
    <h2>${t('shift.give')} <span class="quiet">${t('shift.give.what')}</span></h2>
    ${write('receiver', 'shift.receiver', 1, 100)} ${write('notes', 'shift.notes.form', 5, 4000)}
    <div><button class="primary large" ?disabled=${busy()}>${t('shift.give.do', nameOf({name: state.me.name, nameEnglish: state.me.user}))}</button></div>
  </form>`;
}

/** What stands between a handover and its end, for this person. */
function answerTo(one, now = null) {
  if (one.standing !== 'GIVEN' || !mayAct()) {
    return nothing;
  }
  if (!one.isOfScope) {
    return html`<p class="quiet">${t('shift.otherscope')}</p>`;
  }
  return one.isYours
    ? html`<p class="confirm"><b>${t('shift.waits')}</b> <button ?disabled=${busy()}
        @click=${() => act(() => records.callBack(one.id), t('shift.back.said'))}>${t('shift.back')}</button></p>`
    : html`<form class="form" @submit=${(event) => take(event, one, now.version)}>
        ${write('remarks', 'shift.remarks', 3, 4000)}
        <div><button class="primary large" ?disabled=${busy() || !now}>${t('shift.take.do', nameOf({name: state.me.name, nameEnglish: state.me.user}))}</button></div>
      </form>`;
}

const who = (name, account) => (name && name !== account ? html`${name} <small class="quiet">${account}</small>` : account);

function standing(one) {
  const kind = {GIVEN: 'bad', TAKEN: 'ok', WITHDRAWN: ''}[one.standing];
  return html`<span class="tag ${kind}">${{GIVEN: '…', TAKEN: '✓', WITHDRAWN: '↩'}[one.standing]} ${t(`shift.${one.standing}`)}</span>`;
}

function people(one) {
  return html`<dl class="handed">
    <div><dt>${t('shift.giver')}</dt><dd>${who(one.giverName, one.giver)} · <span class="clock">${mineStamp(one.given)}</span></dd></div>
    <div><dt>${t('shift.taker')}</dt><dd>${one.taker ? html`${who(one.takerName, one.taker)} · <span class="clock">${mineStamp(one.taken)}</span>`
      : one.receiver ? t('shift.expected', one.receiver) : t('shift.nobody')}</dd></div>
    ${one.named === 'ANOTHER' ? html`<div><dt>${t('shift.named')}</dt><dd>${one.receiver} <span class="tag bad">⚠ ${t('shift.another')}</span></dd></div>` : nothing}
    <div class="said"><dt>${t('shift.notes')}</dt><dd>${one.notes || '—'}</dd></div>
    ${one.remarks ? html`<div class="said"><dt>${t('shift.remarks')}</dt><dd>${one.remarks}</dd></div>` : nothing}
  </dl>`;
}

const essence = ({severity, stage, orders, inside}) => [severity, stage, orders, inside].join();

/** What has come or is otherwise since it was given: who takes it must not learn of it later. */
function news(given, now) {
  const known = new Map(given.incidents.map((one) => [one.id, essence(one)]));
  return new Set(now.incidents.filter((one) => known.get(one.id) !== essence(one)).map((one) => one.id));
}

function handover(id) {
  const found = use(`shift one ${id}`, () => records.shift(id), EVERY_MS);
  return html`<section class="card-box">${shown(found, ({shift, matters, atTaking, isAsGiven}) => html`
    <h2>${scopeName(shift.scope)} ${standing(shift)} <span class="quiet">${shift.id}</span>
      <a class="tag" href=${records.shiftReport(shift.id)} target="_blank" rel="noopener">${t('report.print')}</a>
      <a class="tag" href="#/shift">${t('shift.close')}</a></h2>
    ${isAsGiven ? nothing : html`<p class="trouble" role="alert"><b>⚠ ${t('shift.altered')}</b></p>`}
    ${people(shift)} ${shift.standing === 'GIVEN' ? sinceThen(shift, matters) : nothing}
    <details ?open=${shift.standing !== 'GIVEN'}><summary>${t('shift.then')}</summary>${mattersOf(matters, false)}</details>
    ${atTaking ? html`<details><summary>${t('shift.attaking')}</summary>${mattersOf(atTaking, false)}</details>` : nothing}`)}
  </section>`;
}

/** What is open now, beside what was given; only who has it in view can take it. */
function sinceThen(shift, matters) {
  const found = use(`shift now ${shift.scope}`, () => records.openNow(shift.scope), OPEN_MS);
  return shown(found, (now) => {
    const fresh = news(matters, now);
    return html`${fresh.size === 0 ? nothing : html`<p class="trouble" role="alert"><b>⚠ ${t('shift.since', fresh.size)}</b></p>`}
      ${answerTo(shift, found.problem ? null : now)}
      <details open><summary>${t('shift.now')}</summary>${mattersOf(now, true, fresh)}</details>`;
  });
}

function past(rows) {
  return table([
    ['shift.standing', standing],
    ['archive.area', (one) => scopeName(one.scope)],
    ['shift.given', (one) => html`<span class="clock nowrap">${mineStamp(one.given)}</span>`],
    ['shift.who', (one) => html`${who(one.giverName, one.giver)} → ${one.taker ? who(one.takerName, one.taker) : one.receiver || '…'}`],
    ['shift.taken', (one) => html`<span class="clock nowrap">${mineStamp(one.taken)}</span>`],
    ['archive.acts', (one) => html`<span class="nowrap"><a href="#/shift/${one.id}">${t('archive.look')}</a>
      <a href=${records.shiftReport(one.id)} target="_blank" rel="noopener">${t('report.print')}</a></span>`],
  ], rows, 'shift.nopast', t('shift.past'));
}

function waitsForYou(waiting) {
  const others = waiting.filter((one) => !one.isYours && one.isOfScope && one.id !== chosen());
  return mayAct() ? others.map((one) => html`<p class="confirm" role="status">
    <b>${t('shift.foryou', one.giverName)}</b> <span class="clock">${mineStamp(one.given)}</span>
    <a href="#/shift/${one.id}">${t('shift.look')}</a></p>`) : nothing;
}

export function shiftPage() {
  const scope = state.me.scope;
  const open = use(`shift now ${scope}`, () => records.openNow(scope), OPEN_MS);
  const list = use('shift list', records.shifts, EVERY_MS);
  const older = marks.map((mark) => use(`shifts after ${mark}`, () => records.shiftsAfter(mark), KEPT_MS));
  const waiting = (list.value ?? []).filter((one) => one.standing === 'GIVEN');
  const ids = new Set();
  const rows = [list, ...older].flatMap((one) => one.value ?? []).filter((one) => !ids.has(one.id) && ids.add(one.id));
  const last = older.at(-1) ?? list;
  return page('shift', html`<span class="quiet">${scopeName(scope)}</span>`, html`${told('shift')}
    ${waitsForYou(waiting)}
    ${chosen() ? handover(chosen()) : html`<section class="card-box">${giveForm(waiting)}</section>
      <section class="card-box"><h2>${t('shift.now')}</h2>${shown(open, (matters) => mattersOf(matters, true))}</section>`}
    <section class="card-box">${shown(list, () => past(rows))}
      ${last.value?.length === PAGE ? html`<button @click=${() => older50(last.value.at(-1).id)}>${t('archive.more')}</button>` : nothing}</section>`);
}
