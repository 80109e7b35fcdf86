/** Time as the server sees it, and how time is written. */
import {state} from './store.js';
import {t} from './words.js';

/** Instants whose times are kept as they were written; a mine's points have few between them. */
const MOST_TOLD = 5000;

/** Where no plan has been read yet, or its registry tells no shifts: a plan says UTC then. */
const USUAL_ZONE = 'Asia/Shanghai';
const NOT_TOLD = 'UTC';

/** What a plan may say beside the name of a region: Z, +08:00, UTC+8, GMT+0800. */
const FIXED = /^(?:UTC|GMT|UT)?(?:Z|([+-])(\d{1,2})(?::?(\d{2}))?(?::?00)?)?$/;

const zones = new Map(); // what this browser draws each told zone by

/** The time zone of the mine in view, by its plan: always one that this browser knows. */
export function mineZone() {
  const told = state.plan?.shifts?.timeZone ?? NOT_TOLD;
  if (!zones.has(told)) {
    zones.set(told, told === NOT_TOLD ? USUAL_ZONE : [told, ...fixed(told)].find(isKnown) ?? USUAL_ZONE);
  }
  return zones.get(told);
}

/** Other names of a fixed distance from UTC; none for a region. Etc counts westward. */
function fixed(told) {
  const [all, sign, hours, minutes = '00'] = FIXED.exec(told) ?? [];
  if (all === undefined) {
    return [];
  }
  if (!sign || Number(hours + minutes) === 0) {
    return ['UTC'];
  }
  const exact = `${sign}${hours.padStart(2, '0')}:${minutes}`;
  return minutes === '00' ? [`Etc/GMT${sign === '+' ? '-' : '+'}${Number(hours)}`, exact] : [exact];
}

function isKnown(zone) {
  try {
    return Boolean(new Intl.DateTimeFormat('sv-SE', {timeZone: zone}));
  } catch {
    return false; // a name that the service knows and this browser does not
  }
}

const formats = new Map(); // zone -> how it is written -> what writes it so
const told = new Map(); // instant, by zone and language -> both times
let offset = 0;
let known = false;

/** Learns the server's clock from one of its ticks. */
export function learn(at) {
  offset = Date.parse(at) - Date.now();
  known = true;
}

export const clockKnown = () => known;

export const now = () => Date.now() + offset;

const TIME = {hour: '2-digit', minute: '2-digit', second: '2-digit'};
const DAY = {year: 'numeric', month: '2-digit', day: '2-digit'};
const BOTH = {...DAY, ...TIME};

/** Making one of these takes longer than writing a thousand times with it. */
function format(zone, options) {
  const made = formats.get(zone) ?? new Map();
  formats.set(zone, made);
  if (!made.has(options)) {
    made.set(options, new Intl.DateTimeFormat('sv-SE', {timeZone: zone, ...options}));
  }
  return made.get(options);
}

/** Time of day at the mine; with the date before it when it is not today. */
export function mineTime(iso) {
  if (!iso) {
    return '—';
  }
  const at = typeof iso === 'number' ? iso : Date.parse(iso);
  const day = format(mineZone(), DAY).format(at);
  const time = format(mineZone(), TIME).format(at);
  return day === format(mineZone(), DAY).format(now()) ? time : `${day.slice(5)} ${time}`;
}

/** Date and time at the mine, for what may be long ago. */
export const mineStamp = (iso) => (iso ? format(mineZone(), BOTH).format(Date.parse(iso)) : '—');

/** The instant at which a day of the mine begins, from its date as yyyy-mm-dd. */
export function startOfDay(day) {
  const guess = Date.parse(`${day}T00:00:00Z`);
  const wall = Date.parse(`${format(mineZone(), BOTH).format(guess).replace(' ', 'T')}Z`);
  return guess - (wall - guess);
}

export const mineClock = () => format(mineZone(), TIME).format(now());
export const mineDay = () => format(mineZone(), DAY).format(now());
export const utcClock = () => format('UTC', TIME).format(now());

/** Both time zones, for a tooltip. */
export function bothTimes(iso) {
  if (!iso) {
    return '';
  }
  const key = `${state.lang} ${mineZone()} ${iso}`;
  if (!told.has(key)) {
    if (told.size >= MOST_TOLD) {
      told.clear();
    }
    const at = typeof iso === 'number' ? iso : Date.parse(iso);
    told.set(key, `${format(mineZone(), BOTH).format(at)} ${t('time.mine')} · ${format('UTC', BOTH).format(at)} UTC`);
  }
  return told.get(key);
}

/** Milliseconds since then by the server's clock; infinite when there never was one. */
export const since = (iso) => (iso ? Math.max(0, now() - Date.parse(iso)) : Infinity);

/** An age or a duration in few characters. */
export function span(ms) {
  if (!Number.isFinite(ms)) {
    return '—';
  }
  const s = Math.floor(ms / 1000);
  if (s < 100) {
    return `${s} ${t('unit.s')}`;
  }
  if (s < 5400) {
    return `${Math.floor(s / 60)} ${t('unit.min')}`;
  }
  return s < 172_800
    ? `${Math.floor(s / 3600)} ${t('unit.h')}`
    : `${Math.floor(s / 86_400)} ${t('unit.d')}`;
}

/** A running clock, m:ss, or h:mm:ss from one hour on. */
export function countdown(ms) {
  const s = Math.floor(Math.abs(ms) / 1000);
  const two = (n) => String(n).padStart(2, '0');
  const tail = `${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
  return s >= 3600 ? `${Math.floor(s / 3600)}:${tail}` : tail;
}

/** Milliseconds of an ISO 8601 duration such as PT1M30S. */
export function duration(iso) {
  const m = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(iso ?? '');
  return m ? ((+m[1] || 0) * 3600 + (+m[2] || 0) * 60 + (+m[3] || 0)) * 1000 : 0;
}

/** How long after the last word a point counts as silent, by the plan's own rule. */
export function silentAfter(point) {
  const rule = state.plan?.silence;
  return rule && point ? Math.max(duration(point.period) * rule.periods, duration(rule.atLeast)) : 60_000;
}
