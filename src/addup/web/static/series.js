// The chart of a series: drawn by Vega-Lite, with the sentence of the mark that is pointed at.

import { record, send, tell } from "./app.js";

const chart = document.getElementById("chart");
const peek = document.getElementById("peek");
const dark = matchMedia("(prefers-color-scheme: dark)");

function look() {
  const style = getComputedStyle(document.documentElement);
  const ink = style.getPropertyValue("--ink").trim();
  const soft = style.getPropertyValue("--soft").trim();
  const line = style.getPropertyValue("--line").trim();
  return {
    background: null,
    font: "system-ui, sans-serif",
    axis: { labelColor: soft, titleColor: soft, gridColor: line, domainColor: line, tickColor: line, labelFontSize: 13, titleFontSize: 13 },
    legend: { labelColor: ink, labelFontSize: 13, symbolSize: 110, columns: Math.max(1, Math.floor(chart.clientWidth / 280)), labelLimit: Math.min(320, chart.clientWidth - 80) },
    view: { stroke: null },
  };
}

function script(address) {
  return new Promise((done, fail) => {
    const element = document.createElement("script");
    element.src = address;
    element.onload = done;
    element.onerror = () => fail(new Error("The script for charts cannot be loaded."));
    document.head.append(element);
  });
}

const known = new Map();

async function show(datum) {
  const place = `${datum.document} ${datum.figure}`;
  if (!known.has(place)) {
    const address = `/documents/${encodeURIComponent(datum.document)}`;
    const told = await record(`${address}.json`);
    const figure = told.figures.find((one) => one.id === datum.figure);
    const sentence = figure ? [...told.text].slice(...figure.sentence).join("") : "";
    known.set(place, { figure, sentence, title: told.title ?? told.id, published: told.published, address });
  }
  const { figure, sentence, title, published, address } = known.get(place);
  if (!figure) return;
  const link = document.createElement("a");
  link.href = `${address}#at-${encodeURIComponent(figure.id)}`;
  link.textContent = figure.text;
  const words = document.createElement("p");
  words.textContent = sentence;
  const from = document.createElement("p");
  from.className = "hint";
  from.textContent = [figure.source?.name ?? figure.source?.text ?? "the report itself", title, published].filter(Boolean).join(" · ");
  peek.replaceChildren(link, words, from);
  peek.hidden = false;
}

/** Give the chart with colours that are seen on a dark page. */
function onDark(specification) {
  const { dark: colours, ...rest } = specification.usermeta;
  const text = JSON.stringify({ ...specification, usermeta: rest });
  return JSON.parse(text.replace(/#[0-9a-f]{6}/g, (colour) => colours[colour] ?? colour));
}

let wanted = null;

/** Show the sentence of the mark that is pointed at, once the pointer rests on it. */
function pointed(handler, event, item, value) {
  const datum = value && item?.datum?.figure ? item.datum : null;
  if (datum === wanted) return;
  wanted = datum;
  if (datum) setTimeout(() => datum === wanted && show(datum).catch(() => {}), 60);
}

let drawn = null;

async function draw() {
  const got = await (draw.got ??= record(chart.dataset.chart));
  const specification = dark.matches ? onDark(got) : got;
  drawn?.finalize();
  drawn = await window.addupDraw(chart, specification, {
    ast: true, // without it, the page's policy would have to allow scripts made of text
    actions: false,
    renderer: "canvas",
    defaultStyle: false,
    tooltip: pointed,
    config: look(),
  });
  drawn.view.addEventListener("click", (event, item) => {
    if (item?.datum?.figure) {
      location.assign(`/documents/${encodeURIComponent(item.datum.document)}#at-${encodeURIComponent(item.datum.figure)}`);
    }
  });
  chart.dataset.drawn = "yes";
}

if (chart) {
  chart.hidden = false; // it is drawn as wide as it shows
  script(chart.dataset.script)
    .then(draw)
    .catch((error) => {
      chart.textContent = `${error.message} The table below has all that it shows.`;
    });
  dark.addEventListener("change", draw);
}

document.getElementById("rename")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target;
  try {
    await send("PUT", `/api${form.dataset.name}/name`, { name: form.elements.name.value });
    location.reload();
  } catch (error) {
    tell(error.message);
  }
});
