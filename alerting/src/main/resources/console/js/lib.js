/** The only place that names a library and its version; all of it is served by ourselves. */
import {repeat as repeated} from '/webjars/lit-html/3.3.2/directives/repeat.js';
export {html, svg, render, nothing} from '/webjars/lit-html/3.3.2/lit-html.js';
export {keyed} from '/webjars/lit-html/3.3.2/directives/keyed.js';
export {live} from '/webjars/lit-html/3.3.2/directives/live.js';
export {ref} from '/webjars/lit-html/3.3.2/directives/ref.js';
export {default as uPlot} from '/webjars/uplot/1.6.30/dist/uPlot.esm.js';

/** Drawn here and now, not while the page is being changed: what fails takes its own part along and no other. */
export const repeat = (all, key, draw) => repeated(all.map((one, i) => [key(one, i), draw(one, i)]), ([known]) => known, ([, drawn]) => drawn);
