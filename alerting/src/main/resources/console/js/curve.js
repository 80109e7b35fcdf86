/** The evidence curve: live tail always at the right edge, limits as lines, silence as a hatched gap. */
import {mineStamp, mineTime, now, silentAfter} from './clock.js';
import {valueText} from './condition.js';
import {html, keyed, nothing, ref, uPlot} from './lib.js';
import {drawable, seriesOf} from './series.js';
import {state} from './store.js';
import {pointById, saidOf, t} from './words.js';

const HEIGHT = 190;
const DAY_MS = 86_400_000;

/** The least and the most of each five minutes: their band is filled, they have no line of their own. */
const EDGE = {stroke: 'transparent', width: 0, spanGaps: false, points: {show: false}};

let chart = null; // {plot, host, key}
let shown = null; // {series, finding, rule}

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function lines(rule) {
  if (!rule) {
    return [];
  }
  const steps = rule.steps.map((step) => ({
    at: step.at,
    label: `${t(`step.${step.act}`)} ${step.at}`,
    colour: colour(`--line-${step.severity}`),
    dash: step.act === 'CUT' ? [] : [7, 4],
  }));
  return [...steps, {at: rule.restore, label: `${t('step.RESTORE')} ${rule.restore}`, colour: colour('--ink-2'), dash: [2, 4]}];
}

function drawLimits(plot) {
  const {ctx, bbox} = plot;
  const px = devicePixelRatio;
  ctx.save();
  ctx.font = `600 ${11 * px}px system-ui, sans-serif`;
  ctx.textAlign = 'left';
  const seen = new Map();
  for (const line of lines(shown.rule)) {
    const y = plot.valToPos(line.at, 'y', true);
    ctx.strokeStyle = line.colour;
    ctx.fillStyle = line.colour;
    ctx.lineWidth = 1.6 * px;
    ctx.setLineDash(line.dash.map((part) => part * px));
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
    // Equal values share one line; their labels stand side by side.
    const before = seen.get(line.at) ?? 0;
    ctx.fillText(line.label, bbox.left + 6 * px + before, y - 4 * px);
    seen.set(line.at, before + ctx.measureText(line.label).width + 12 * px);
  }
  ctx.restore();
}

function drawOnset(plot) {
  const {ctx, bbox} = plot;
  const px = devicePixelRatio;
  const x = plot.valToPos(Date.parse(shown.finding.onset) / 1000, 'x', true);
  if (x < bbox.left) {
    return;
  }
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = colour('--ink-2');
  ctx.setLineDash([1 * px, 3 * px]);
  ctx.lineWidth = px;
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.font = `${11 * px}px system-ui, sans-serif`;
  ctx.textAlign = 'right';
  ctx.fillText(t('onset'), x - 4 * px, bbox.top + 12 * px);
  ctx.restore();
}

function drawSilence(plot) {
  const last = shown.series.t.at(-1);
  const age = last ? now() - last : Infinity;
  const silent = !shown.series.loading && shown.series.to === null && (shown.finding.blind || age > silentAfter(pointById(shown.finding.point)));
  if (!silent) {
    return;
  }
  const {ctx, bbox} = plot;
  const px = devicePixelRatio;
  const left = Math.max(bbox.left, last ? plot.valToPos(last / 1000, 'x', true) : bbox.left);
  const right = bbox.left + bbox.width;
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, bbox.top, right - left, bbox.height);
  ctx.clip();
  ctx.strokeStyle = colour('--hatch');
  ctx.lineWidth = 1.5 * px;
  ctx.beginPath();
  for (let x = left - bbox.height; x < right; x += 9 * px) {
    ctx.moveTo(x, bbox.top + bbox.height);
    ctx.lineTo(x + bbox.height, bbox.top);
  }
  ctx.stroke();
  ctx.restore();
}

/** Time of day under the curve; of several days with the date. */
function timeMark(ms, all) {
  const days = (all.at(-1) - all[0]) * 1000 > DAY_MS;
  return days ? mineStamp(new Date(ms).toISOString()).slice(5, 16) : mineTime(ms).slice(-8, -3);
}

function build(host, width) {
  const axis = {stroke: colour('--ink-2'), grid: {stroke: colour('--grid'), width: 1}, ticks: {show: false}, font: '11px system-ui, sans-serif'};
  const measure = shown.finding.measure;
  return new uPlot(
    {
      width,
      height: HEIGHT,
      legend: {show: false},
      cursor: {y: false, drag: {x: false, y: false}},
      padding: [8, 10, 0, 0],
      scales: {
        x: {time: true, range: () => [shown.series.from / 1000, (shown.series.to ?? now()) / 1000]},
        y: {range: (_, low, high) => reach(low, high)},
      },
      axes: [
        {...axis, size: 26, space: 70, values: (_, at) => at.map((s) => timeMark(s * 1000, at))},
        {...axis, size: 44, values: (_, at) => at.map((value) => valueText(measure, value))},
      ],
      series: [
        {},
        {stroke: colour('--curve'), width: 2, spanGaps: false, points: {show: false}},
        ...(shown.series.low ? [EDGE, EDGE] : []),
      ],
      bands: shown.series.low ? [{series: [3, 2], fill: colour('--band')}] : [],
      hooks: {drawAxes: [drawSilence], draw: [drawLimits, drawOnset]},
    },
    drawable(shown.series, shown.finding.point),
    host,
  );
}

/** Limits always stay in the picture; the scale never flatters. */
function reach(low, high) {
  const limits = shown.rule ? [...shown.rule.steps.map((step) => step.at), shown.rule.restore] : [shown.finding.limit];
  const top = Math.max(high ?? 0, ...limits);
  const bottom = Math.min(0, low ?? 0, ...limits);
  return [bottom, top + (top - bottom) * 0.15 || 1];
}

function refresh(host) {
  const width = host.clientWidth;
  if (width === 0) {
    return; // not in view on a phone
  }
  const key = [shown.finding.point, Boolean(shown.series.low), state.lang, state.theme, width, matchMedia('(prefers-color-scheme: dark)').matches].join();
  if (chart?.host !== host || chart.key !== key) {
    chart?.plot.destroy();
    chart = {plot: build(host, width), host, key};
  } else {
    chart.plot.setData(drawable(shown.series, shown.finding.point));
  }
}

/** Live only while the line is up and the incident goes on; else how far the picture reaches. */
function captionOf(incident, series) {
  const last = series.t.at(-1);
  return state.link.up && incident.stage !== 'CLOSED' ? t('curve.live') : t('curve.until', last ? mineTime(last) : '—');
}

export function curve(incident, finding) {
  const series = seriesOf(incident, finding);
  const rule = state.plan?.limits.find((one) => one.id === finding.rule) ?? null;
  shown = {series, finding, rule};
  queueMicrotask(() => chart?.host.isConnected && shown?.finding === finding && refresh(chart.host));
  return html`<figure class="curve">
    ${keyed(finding.point, html`<div class="plot" role="img" aria-label=${t('curve.label', finding.point)}
      ${ref((host) => host && queueMicrotask(() => refresh(host)))}></div>`)}
    <figcaption>
      <span>${captionOf(incident, series)} · ${finding.unit}</span>
      ${series.low ? html`<span>${t('curve.band')}</span>` : nothing}
      ${series.loading ? html`<span>${t('curve.loading')}</span>` : nothing}
      ${series.problem ? html`<span class="warn">${t('curve.nohistory', saidOf(series.problem))}</span>` : nothing}
    </figcaption>
  </figure>`;
}
