/** What a point said about one outage, as evidence: its curve before, within and after it. Never live. */
import * as api from './api.js';
import {mineTime, now} from './clock.js';
import {valueText} from './condition.js';
import {use} from './fetched.js';
import {html, nothing, ref, uPlot} from './lib.js';
import {failure} from './page.js';
import {drawable} from './series.js';
import {state} from './store.js';
import {pointById, pointName, t} from './words.js';

const HEIGHT = 170;
/** Shown before and after an outage, at least; else as long as it lasted, up to the most. */
const BESIDE_MS = 20 * 60_000;
const MOST_BESIDE_MS = 6 * 3_600_000;
/** Of one that lasts for days, its begin. */
const MOST_MS = 48 * 3_600_000;
const KEPT_MS = 600_000;

let chart = null; // {plot, host, key}

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function reachOf(outage) {
  const from = Date.parse(outage.onset);
  const ended = outage.ended ? Date.parse(outage.ended) : now();
  const beside = Math.min(MOST_BESIDE_MS, Math.max(BESIDE_MS, ended - from));
  return {from: from - beside, to: Math.min(now(), ended + beside, from + MOST_MS), onset: from, ended};
}

/** The time of the outage is hatched by its edges; that nothing is drawn in it is what it shows. */
function drawOutage(plot, {onset, ended}) {
  const {ctx, bbox} = plot;
  const right = bbox.left + bbox.width;
  const begin = Math.max(bbox.left, plot.valToPos(onset / 1000, 'x', true));
  const end = Math.min(right, plot.valToPos(ended / 1000, 'x', true));
  ctx.save();
  ctx.beginPath();
  ctx.rect(begin, bbox.top, Math.max(2, end - begin), bbox.height);
  ctx.clip();
  ctx.strokeStyle = colour('--hatch');
  ctx.lineWidth = 1.5 * devicePixelRatio;
  ctx.beginPath();
  for (let x = begin - bbox.height; x < end; x += 9 * devicePixelRatio) {
    ctx.moveTo(x, bbox.top + bbox.height);
    ctx.lineTo(x + bbox.height, bbox.top);
  }
  ctx.stroke();
  ctx.restore();
}

function draw(host, key, point, reach, history) {
  const width = host.clientWidth;
  if (width === 0 || (chart?.host === host && chart.key === `${key} ${width}`)) {
    return;
  }
  chart?.plot.destroy();
  const axis = {stroke: colour('--ink-2'), grid: {stroke: colour('--grid'), width: 1}, ticks: {show: false}, font: '11px system-ui, sans-serif'};
  const plot = new uPlot({
    width, height: HEIGHT, legend: {show: false}, cursor: {y: false, drag: {x: false, y: false}}, padding: [8, 10, 0, 0],
    scales: {x: {time: true, range: () => [reach.from / 1000, reach.to / 1000]}},
    axes: [
      {...axis, size: 26, space: 90, values: (_, at) => at.map((s) => mineTime(s * 1000).slice(0, -3))},
      {...axis, size: 44, values: (_, at) => at.map((value) => valueText(pointById(point)?.measure, value))},
    ],
    series: [{}, {stroke: colour('--curve'), width: 2, spanGaps: false, points: {show: history.t.length < 2}}],
    hooks: {drawAxes: [(drawn) => drawOutage(drawn, reach)]},
  }, drawable({t: history.t, v: history.v}, point), host);
  chart = {plot, host, key: `${key} ${width}`};
}

/** The curve of one point about an outage of this mine. */
export function outageCurve(mine, outage, point) {
  const reach = reachOf(outage);
  const key = [mine, outage.finding, point, outage.ended, state.lang, state.theme].join('|');
  const found = use(`outage curve ${key}`, () => api.historyOf(mine, point, reach.from, reach.to), KEPT_MS);
  if (found.problem) {
    return failure(found.problem, 'page.silent');
  }
  if (!found.value) {
    return html`<p class="empty" role="status">${t('page.loading')}</p>`;
  }
  const history = found.value;
  return html`<figure class="curve">
    <div class="plot" role="img" aria-label=${t('curve.label', point)}
      ${ref((host) => host && queueMicrotask(() => draw(host, key, point, reach, history)))}></div>
    <figcaption><span>${pointName(point)} · ${history.unit} · ${mineTime(reach.from)} – ${mineTime(reach.to)}</span>
      ${reach.to < Math.min(now(), reach.ended) ? html`<span class="warn">${t('lines.cutoff')}</span>` : nothing}
      ${history.t.length === 0 ? html`<span class="warn">${t('lines.novalues')}</span>` : nothing}</figcaption>
  </figure>`;
}
