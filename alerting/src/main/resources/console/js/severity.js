/** How bad, told three times: by shape, by colour and by a word. */
import {html, svg} from './lib.js';
import {t} from './words.js';

export const RANK = {RED: 4, ORANGE: 3, YELLOW: 2, BLUE: 1};

const SHAPES = {
  RED: svg`<path d="M7 1h10l6 6v10l-6 6H7l-6-6V7z"/>`,
  ORANGE: svg`<path d="M12 1.5 23.5 22H.5z"/>`,
  YELLOW: svg`<path d="M12 .5 23.5 12 12 23.5.5 12z"/>`,
  BLUE: svg`<circle cx="12" cy="12" r="11"/>`,
};

/** The shape alone. */
export const shape = (severity) => html`<svg
  class="shape s-${severity}"
  viewBox="0 0 24 24"
  aria-hidden="true"
>
  ${SHAPES[severity]}
</svg>`;

/** Shape and word on the severity's colour. */
export const badge = (severity) => html`<span class="badge b-${severity}"
  >${shape(severity)}<b>${t(`severity.${severity}`)}</b></span
>`;

/** What is real before any drill, worst first, then what is due first, then the oldest. */
export function worstFirst(a, b) {
  return (
    Boolean(a.drill) - Boolean(b.drill) ||
    RANK[b.severity] - RANK[a.severity] ||
    dueAt(a) - dueAt(b) ||
    Date.parse(a.onset) - Date.parse(b.onset)
  );
}

const dueAt = (incident) => (incident.due ? Date.parse(incident.due.at) : Number.MAX_SAFE_INTEGER);

/** Shapes inside the schematic, `r` pixels large around a place. */
export function mark(severity, x, y, r) {
  return svg`<g class="mark s-${severity}" transform="translate(${x - r} ${y - r}) scale(${r / 12})">
    ${SHAPES[severity]}</g>`;
}
