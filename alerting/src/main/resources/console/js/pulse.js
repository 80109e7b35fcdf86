/** A worker that only keeps time: timers of a page are starved while it is hidden, those of its workers are not. */
setInterval(() => postMessage(0), 250);
