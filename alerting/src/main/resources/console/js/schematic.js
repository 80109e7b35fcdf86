/** The mine drawn from its registry: zones, ways between them, people, points, orders. */
import {isPlaced} from './fresh.js';
import {html, nothing, ref, svg} from './lib.js';
import {condition} from './live.js';
import {mark, RANK} from './severity.js';
import {change, state} from './store.js';
import {nameOf, t} from './words.js';

/** Up to this many different places are set out in even columns and rows, so that nothing overlaps. */
const EVEN = 12;
const HEIGHT = 86;
const LINE = 15;
/** Zones narrower than this carry their points in a line of their own. */
const NARROW = 96;

let width = Math.min(440, innerWidth - 30);
let watched = null;

const resize = new ResizeObserver(([entry]) => {
  const next = Math.round(entry.contentRect.width);
  if (next > 0 && next !== width) {
    width = next;
    change({});
  }
});

function watch(element) {
  if (element && element !== watched) {
    watched = element;
    resize.disconnect();
    resize.observe(element);
  }
}

/** Places of the values between 0 and 1, even when there are few of them. */
function spread(values) {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const last = Math.max(1, sorted.length - 1);
  if (sorted.length <= EVEN) {
    return {count: sorted.length, at: (value) => sorted.indexOf(value) / last};
  }
  const [low, high] = [sorted[0], sorted.at(-1)];
  return {count: EVEN, at: (value) => (value - low) / (high - low)};
}

function layout(zones) {
  const columns = spread(zones.map((zone) => zone.x));
  const rows = spread(zones.map((zone) => zone.y));
  const w = Math.min(190, (width - 8) / columns.count - 10);
  const cell = w < NARROW ? HEIGHT + 16 : HEIGHT;
  const height = rows.count * cell;
  const place = (zone) => ({
    x: 4 + w / 2 + columns.at(zone.x) * (width - 8 - w),
    y: cell / 2 + rows.at(zone.y) * (height - cell),
  });
  return {w, h: cell - 20, height, places: new Map(zones.map((zone) => [zone.id, place(zone)]))};
}

/** A name in at most two lines; broken at a space where there is one. */
function broken(name, w) {
  const wide = (text) => [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 255 ? 12 : 6.4), 0);
  if (wide(name) <= w - 8) {
    return [name];
  }
  const middle = name.length / 2;
  const spaces = [...name.matchAll(/ /g)].map((found) => found.index);
  const cut = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0] ?? Math.ceil(middle);
  return [name.slice(0, cut), name.slice(cut).trim()];
}

function ways(zones, places) {
  return zones.flatMap((zone) =>
    zone.neighbours
      .filter((next) => zone.id < next || !zones.find((one) => one.id === next)?.neighbours.includes(zone.id))
      .map((next) => {
        const [a, b] = [places.get(zone.id), places.get(next)];
        return a && b ? svg`<line class="way" x1=${a.x} y1=${a.y} x2=${b.x} y2=${b.y}/>` : nothing;
      }),
  );
}

function pointMark(one, x, y) {
  if (one.severity) {
    return svg`<g class="k-${one.kind}"><title>${nameOf(one.point)} ${condition(one)}</title>
      ${mark(one.severity, x, y, 6)}
      ${one.kind === 'BLIND' ? svg`<path class="cross" d="M${x - 7} ${y - 7}l14 14m0 -14l-14 14"/>` : nothing}</g>`;
  }
  return svg`<g class="k-${one.kind}"><title>${nameOf(one.point)} ${condition(one)}</title>
    <circle cx=${x} cy=${y} r="4.5"/>
    ${one.kind === 'NORMAL' || one.kind === 'NO_RULE' ? nothing : svg`<path class="cross" d="M${x - 5} ${y + 5}l10 -10"/>`}</g>`;
}

function people(zone, x, y) {
  const count = state.muster?.zones.find((one) => one.zone === zone.id);
  const text = state.muster?.lastFix ? String(count?.people ?? 0) : '?';
  const limit = zone.peopleLimit > 0 ? `/${zone.peopleLimit}` : '';
  const sure = !state.muster?.lastFix || (state.link.up && isPlaced(state.muster)) ? '' : ' ?';
  const over = count && zone.peopleLimit > 0 && count.people > zone.peopleLimit;
  return svg`<g class="persons ${over ? 'over' : ''} ${count?.people > 0 ? '' : 'nobody'}">
    <path class="body" d="M${x} ${y - 8}a2.6 2.6 0 1 1 .01 0zm-4 8.5c0-9 8-9 8 0z"/>
    <text x=${x + 8} y=${y}>${text}${limit}${count?.silent > 0 ? ` ✕${count.silent}` : ''}${sure}</text></g>`;
}

/** From the right beside the people, or from the left above them. */
function pointPlace(i, left, top, {w, h}) {
  return w < NARROW
    ? [left + 11 + i * 13, top + h - 27]
    : [left + w - 11 - (i % 3) * 13, top + h - 11 - Math.floor(i / 3) * 13];
}

/** How many marks have a place inside a zone. */
const room = ({w, h}) => (w < NARROW ? Math.floor((w - 17) / 13) + 1 : 3 * Math.floor((h - 26) / 13));

/** How many points have no place of their own, in the kind of the worst of them. */
function rest(hidden, x, y) {
  const [worst] = hidden;
  return svg`<g class="rest k-${worst.kind} ${worst.severity ? `r-${worst.severity}` : ''}">
    <title>${hidden.length} ▸ ${nameOf(worst.point)} ${condition(worst)}</title>
    <text x=${x} y=${y}>+${hidden.length}</text></g>`;
}

/** The worst point always, then others; of more than have a place, the last place tells how many others there are. */
function marks(points, left, top, plan) {
  const most = Math.max(1, room(plan));
  const shown = points.length > most ? points.slice(0, Math.max(1, most - 1)) : points;
  const [x, y] = pointPlace(most - 1, left, top, plan);
  const above = most === 1 ? 9 : -4; // where only one has a place, over its mark
  return svg`${shown.map((one, i) => pointMark(one, ...pointPlace(i, left, top, plan)))}
    ${shown.length < points.length ? rest(points.slice(shown.length), x, y - above) : nothing}`;
}

function box(zone, plan, points, severity, ordered) {
  const {x, y} = plan.places.get(zone.id);
  const [left, top] = [x - plan.w / 2, y - plan.h / 2];
  const lines = broken(nameOf(zone, zone.id), plan.w);
  const kind = `${zone.underground ? 'under' : 'above'} ${severity ? `z-${severity}` : ''}`;
  return svg`<g class="zone ${kind}">
    <rect x=${left} y=${top} width=${plan.w} height=${plan.h} rx="7"/>
    ${ordered ? svg`<rect class="ordered" x=${left + 3} y=${top + 3} width=${plan.w - 6} height=${plan.h - 6} rx="5"/>` : nothing}
    ${lines.map((line, i) => svg`<text x=${x} y=${top + 16 + i * LINE - (lines.length - 1) * 1} class="zname">${line}</text>`)}
    ${people(zone, left + 11, top + plan.h - 7)}
    ${marks(points, left, top, plan)}
  </g>`;
}

/** The worst open severity of each zone, drills apart, and the zones that people were ordered out of, drills too. */
function troubles() {
  const severity = new Map();
  const ordered = new Set();
  for (const incident of state.incidents.values()) {
    if (incident.mine === state.mine && incident.stage !== 'CLOSED') {
      for (const zone of incident.drill ? [] : incident.zones) {
        if ((RANK[severity.get(zone)] ?? 0) < RANK[incident.severity]) {
          severity.set(zone, incident.severity);
        }
      }
      incident.orders.filter((one) => !one.lifted).forEach((one) => one.zones.forEach((zone) => ordered.add(zone)));
    }
  }
  return {severity, ordered};
}

export function schematic(all) {
  const {zones} = state.plan;
  const plan = layout(zones);
  const {severity, ordered} = troubles();
  const inZone = (zone) => all.filter((one) => one.point.zone === zone.id);
  return html`<div class="mapbox" tabindex="0" data-scrolls role="region" aria-label=${t('map.label', zones.length)} ${ref(watch)}>
    <svg class="map" width=${width} height=${plan.height} viewBox="0 0 ${width} ${plan.height}"
      role="img" aria-label=${t('map.label', zones.length)}>
      ${ways(zones, plan.places)}
      ${zones.map((zone) => box(zone, plan, inZone(zone), severity.get(zone.id), ordered.has(zone.id)))}
    </svg>
  </div>`;
}
