/**
 * Runs in the page before anything of its own and notes when things can be seen, in milliseconds from the start of the
 * navigation. It is sent to the browser as text, so it uses nothing from outside itself.
 */
export function probe() {
  const seen = { paint: null, verdict: null, chart: null, charts: null, canvases: 0, shift: 0 };
  window.benchSeen = seen;
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) if (name === "first-contentful-paint") seen.paint = startTime;
  }).observe({ type: "paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) seen.shift += value;
  }).observe({ type: "layout-shift", buffered: true });

  // The browser itself says when the headline is painted, if it is asked before.
  new PerformanceObserver((list) => {
    seen.verdict ??= list.getEntries()[0].renderTime;
  }).observe({ type: "element", buffered: true });
  new MutationObserver((_, observer) => {
    const headline = document.getElementById("headline");
    if (!headline) return;
    headline.setAttribute("elementtiming", "verdict");
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });

  // Looking at pixels costs time, so a canvas is only looked at once something was drawn on it.
  const touched = new WeakSet();
  for (const name of ["fill", "stroke", "fillRect", "strokeRect", "fillText", "drawImage"]) {
    const draw = CanvasRenderingContext2D.prototype[name];
    CanvasRenderingContext2D.prototype[name] = function (...args) {
      touched.add(this.canvas);
      return draw.apply(this, args);
    };
  }
  const inked = new Set();
  const hasInk = (canvas) => {
    if (inked.has(canvas)) return true;
    if (!touched.has(canvas) || canvas.width === 0 || canvas.height === 0) return false;
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let pixels = 0;
    for (let at = 3; at < data.length && pixels < 50; at += 4) if (data[at] > 0) pixels += 1;
    if (pixels >= 50) inked.add(canvas);
    return pixels >= 50;
  };
  const inSight = (canvas) => {
    const { top, bottom } = canvas.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };

  // Each frame begins after the one before it was painted: what is there now has been seen.
  const look = () => {
    const now = performance.now();
    const canvases = [...document.querySelectorAll("main canvas")];
    const drawn = canvases.filter(hasInk);
    // Charts make their canvases one after the other: all are there once no more come.
    if (canvases.length !== seen.canvases) seen.charts = null;
    seen.canvases = canvases.length;
    if (seen.chart === null && drawn.some(inSight)) seen.chart = now;
    if (canvases.length === 0 || drawn.length < canvases.length) seen.charts = null;
    else seen.charts ??= now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
