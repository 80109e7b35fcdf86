/** The only place that names a library and its version; all of it is served by ourselves. */
export {html, svg, render, nothing} from '/webjars/lit-html/3.3.2/lit-html.js';
export {repeat} from '/webjars/lit-html/3.3.2/directives/repeat.js';
export {keyed} from '/webjars/lit-html/3.3.2/directives/keyed.js';
export {live} from '/webjars/lit-html/3.3.2/directives/live.js';
export {ref} from '/webjars/lit-html/3.3.2/directives/ref.js';
export {default as uPlot} from '/webjars/uplot/1.6.30/dist/uPlot.esm.js';
