/** Ordering people out: where, how far, why, in which words; and, before it is sent, how many they are. */
import {ask, may, send} from './acts.js';
import {duration, span} from './clock.js';
import {isPlaced, positionsAge} from './fresh.js';
import {html, live, nothing, ref} from './lib.js';
import {change, state} from './store.js';
import {inLanguage, t, zoneById, zoneName} from './words.js';

export const GRADES = ['CALL_BACK', 'NEAREST_SAFE_PLACE', 'SURFACE'];

/** The ten cases of the dispatcher's own right, in the order of their codes. */
export const REASONS = [
  'FLOOD_WEATHER',
  'INRUSH',
  'FIRE',
  'SUPPLY_FAULT',
  'VENTILATION_FAULT',
  'ROOF_FALL_SIGNS',
  'ROCK_BURST',
  'HARMFUL_GAS',
  'UNEXPLAINED_ALARM',
  'OTHER_DANGER',
];

const GASES = new Set([
  'METHANE', 'CARBON_MONOXIDE', 'CARBON_DIOXIDE', 'OXYGEN', 'HYDROGEN', 'HYDROGEN_SULPHIDE', 'SULPHUR_DIOXIDE',
  'NITROGEN_DIOXIDE', 'AMMONIA',
]);

let draft = null;

function fresh(incident) {
  const gas = incident.findings.some((one) => GASES.has(one.measure));
  return {
    incident: incident.id,
    // Where it was found, and where it goes from there.
    zones: new Set([...incident.zones, ...(incident.danger ?? []).map((one) => one.zone)]),
    grade: 'SURFACE',
    reason: gas ? 'HARMFUL_GAS' : 'UNEXPLAINED_ALARM',
    text: null, // null: still the proposed one
    confirming: false,
  };
}

/** Opens the order with one of the ten cases chosen already. */
export function orderFor(incident, reason) {
  draft = {...fresh(incident), reason};
  ask(incident, 'order');
}

/** What is said underground, always in the language of the mine. */
function proposed() {
  const names = [...draft.zones].map((id) => zoneById(id)?.name ?? id).join('、');
  const say = (key, ...values) => inLanguage('zh', key, ...values);
  return say('order.say', names, say(`reason.${draft.reason}`), say(`grade.${draft.grade}`));
}

function edit(patch) {
  Object.assign(draft, patch);
  change({});
}

function toggle(id) {
  const zones = new Set(draft.zones);
  if (!zones.delete(id)) {
    zones.add(id);
  }
  edit({zones});
}

const countIn = (id) => state.muster?.zones.find((one) => one.zone === id);

/** People in the chosen zones as last counted, or null when nobody was ever positioned. */
function people() {
  if (!state.muster?.lastFix) {
    return null;
  }
  const counts = [...draft.zones].map(countIn).filter(Boolean);
  const sum = (field) => counts.reduce((total, one) => total + one[field], 0);
  const unplaced = state.muster.unplaced ?? 0; // they may be in any zone
  return {all: sum('people') + unplaced, silent: sum('silent'), unplaced, age: positionsAge(state.muster)};
}

function zoneBox(zone) {
  const count = countIn(zone.id)?.people ?? 0; // as on the map: a zone that is not counted holds nobody
  return html`<label class="choice">
    <input type="checkbox" .checked=${live(draft.zones.has(zone.id))} @change=${() => toggle(zone.id)} />
    <span>${zoneName(zone.id)}</span>
    <b class="num">${state.muster?.lastFix ? `${t('persons', count)}${isPlaced(state.muster) ? '' : ' ?'}` : '?'}</b>
  </label>`;
}

function radio(name, value, words) {
  return html`<label class="choice">
    <input type="radio" name=${name} .checked=${live(draft[name] === value)} @change=${() => edit({[name]: value})} />
    <span>${words}</span>
  </label>`;
}

/** Time to empty from this mine's own withdrawals; time to danger where a trend is shown. */
function margin(incident) {
  const known = incident.margin ?? {};
  const time = (value) => (value ? span(duration(value)) : t('unknown'));
  return html`<p class="quiet">${t('margin.empty', time(known.toEmptyMedian), time(known.toEmptyNinetieth),
    known.withdrawals ?? 0)} · ${t('margin.danger', time(known.toDanger))}</p>`;
}

function sentence() {
  const count = people();
  const zones = draft.zones.size;
  const grade = t(`grade.${draft.grade}`);
  if (!count) {
    return html`<p class="confirm"><b>${t('order.unknown', zones, grade)}</b></p>`;
  }
  return html`<p class="confirm">
    <b>${t('order.count', count.all, zones, grade)}</b>
    ${count.silent > 0 ? html`<span class="warn">${t('order.silent', count.silent)}</span>` : nothing}
    ${count.unplaced > 0 ? html`<span class="warn">${t('order.unplaced', count.unplaced)}</span>` : nothing}
    ${isPlaced(state.muster) ? html`<small>${t('order.counted', span(count.age))}</small>`
      : html`<span class="warn">⚠ ${t('remaining.oldfix', span(count.age))}</span>`}
  </p>`;
}

async function give(incident) {
  const done = await send(incident, 'ORDER', {
    zones: [...draft.zones],
    grade: draft.grade,
    reason: draft.reason,
    text: draft.text ?? proposed(),
  });
  if (done) {
    draft = null;
    change({dialog: null});
  }
}

const focusNow = (button) => queueMicrotask(() => button?.focus());

function confirm(incident) {
  return html`<h2>${t('order.confirm')}</h2>
    ${sentence()}
    <p class="quote">“${draft.text ?? proposed()}”</p>
    <div class="foot">
      <button @click=${() => edit({confirming: false})}>${t('back')}</button>
      <button class="danger large" ${ref(focusNow)} ?disabled=${state.sending !== null || !may(incident, 'ORDER')}
        @click=${() => give(incident)}>${t(state.sending ? 'act.sending' : 'order.give')}</button>
    </div>`;
}

function form(incident) {
  const underground = (state.plan?.zones ?? []).filter((zone) => zone.underground);
  const ready = draft.zones.size > 0 && (draft.text ?? proposed()).trim() !== '';
  return html`<h2>${t('dialog.order')}</h2>
    <div class="columns">
      <fieldset><legend>${t('order.zones')}</legend>${underground.map(zoneBox)}</fieldset>
      <div>
        <fieldset><legend>${t('order.grade')}</legend>
          ${GRADES.map((grade) => radio('grade', grade, t(`grade.${grade}`)))}</fieldset>
        <label class="line">${t('order.text')}
          <textarea rows="4" maxlength="500" .value=${live(draft.text ?? proposed())}
            @input=${(event) => edit({text: event.target.value})}></textarea></label>
      </div>
      <fieldset class="reasons"><legend>${t('order.reason')}</legend>
        ${REASONS.map((reason, i) => radio('reason', reason, `${i + 1}. ${t(`reason.${reason}`)}`))}</fieldset>
    </div>
    ${sentence()} ${margin(incident)}
    <div class="foot">
      <button @click=${() => change({dialog: null})}>${t('cancel')}</button>
      <button class="danger large" autofocus ?disabled=${!ready} @click=${() => edit({confirming: true})}>
        ${t('order.next')}</button>
    </div>`;
}

export function orderForm(incident) {
  if (draft?.incident !== incident.id) {
    draft = fresh(incident);
  }
  return draft.confirming ? confirm(incident) : form(incident);
}

/** Forgets what was filled in. */
export const forgetOrder = () => {
  draft = null;
};
