// A report: correcting its figures, adding those that were missed, undoing.

import { page, record, reveal, send, tell, typing } from "./app.js";

const report = document.getElementById("report");
const id = report.dataset.document;
const address = `/documents/${encodeURIComponent(id)}`;
const api = `/api${address}`;
const editor = document.getElementById("editor");
let editing = null;

const version = () => Number(report.dataset.version);

/** Put the page as it is now in the place of the old one, and say which findings came and went. */
async function refresh(told, figure) {
  const shown = [...report.querySelectorAll("#findings [data-key]")];
  const before = new Map(shown.map((one) => [one.dataset.key, one.dataset.text]));
  const open = new Map(shown.map((one) => [one.dataset.key, one.querySelector("details").open]));
  const skipped = report.querySelector("#show-skipped")?.checked;
  const fresh = (await page(location.pathname)).getElementById("report");
  report.dataset.version = fresh.dataset.version;
  report.replaceChildren(...fresh.childNodes);
  reveal(report);
  const box = report.querySelector("#show-skipped");
  if (box && skipped) box.checked = true;
  const after = [...report.querySelectorAll("#findings [data-key]")];
  const came = after.filter((one) => !before.has(one.dataset.key));
  const gone = [...before].filter(([key]) => !after.some((one) => one.dataset.key === key));
  for (const one of after) one.querySelector("details").open = open.get(one.dataset.key) ?? true;
  for (const one of came) one.classList.add("fresh");
  const parts = [told, ...gone.map(([, text]) => `Gone: ${text}.`), ...came.map((one) => `New: ${one.dataset.text}.`)];
  tell(parts.join(" "));
  focusOn(figure);
}

/** Put the focus back on a figure's mark in the text, or on the text where the figure is gone. */
function focusOn(figure) {
  const mark = figure && markOf(figure);
  (mark || document.getElementById("main")).focus({ preventScroll: Boolean(mark) });
}

function rowOf(figure) {
  return report.querySelector(`[data-figure="${CSS.escape(figure)}"]`);
}

function markOf(figure) {
  const place = rowOf(figure)?.id.replace("figure-", "");
  return place && report.querySelector(`.figure[data-figures~="${place}"]`);
}

/** Give the id of the figure whose mark or row something is in. */
function figureOf(element) {
  const row = element.closest?.("[data-figure]");
  if (row) return row.dataset.figure;
  const mark = element.closest?.("#text .figure");
  return mark && document.getElementById(`figure-${mark.dataset.figures.split(" ")[0]}`)?.dataset.figure;
}

// --- the form ------------------------------------------------------------------------------------------

const names = editor ? [...editor.querySelectorAll("[name]")].map((one) => one.name).filter((one) => one !== "why") : [];
const input = (name) => editor.querySelector(`[name="${name}"]`);

function valuesOf(figure) {
  return {
    ...Object.fromEntries(names.map((name) => [name, figure[name] ?? ""])),
    value: "",
    counted: figure.counted?.text ?? "",
    source: figure.source ? (figure.source.name ?? figure.source.text) : "",
  };
}

async function edit(figure) {
  let now;
  try {
    now = await record(`${address}/figures/${encodeURIComponent(figure)}.json`);
  } catch (error) {
    tell(error.message);
    return;
  }
  editing = { figure, seen: version(), values: valuesOf(now) };
  for (const name of names) {
    input(name).value = editing.values[name];
    theirs(name, null);
  }
  input("why").value = "";
  problem("editor", null);
  document.getElementById("editor-words").textContent = `“${now.text}”`;
  editor.showModal();
  input("value").focus();
}

function problem(dialog, text) {
  const place = document.getElementById(`${dialog}-problem`);
  place.hidden = !text;
  place.textContent = text ?? "";
}

/** Show beside a field what somebody else has put there in the meantime. */
function theirs(name, value) {
  const place = document.getElementById(`theirs-${name}`);
  place.hidden = value === null;
  place.textContent = value === null ? "" : `now: ${value || "not known"}`;
}

function changed() {
  return Object.fromEntries(
    names.filter((name) => String(input(name).value) !== String(editing.values[name])).map((name) => [name, input(name).value || null]),
  );
}

/** Do something to the figure in the form; where somebody was quicker, show both and let the editor decide. */
async function act(method, path, body, told) {
  const { figure } = editing;
  try {
    await send(method, `${api}/figures/${encodeURIComponent(figure)}${path}`, {
      ...body,
      seen: editing.seen,
      why: input("why").value || null,
    });
  } catch (error) {
    if (error.status === 409) await collided(error);
    else problem("editor", error.message);
    return;
  }
  editor.close();
  await refresh(told, figure);
}

async function collided(error) {
  const now = await record(`${address}.json`);
  const other = now.figures.find((one) => one.id === editing.figure);
  if (!other) {
    problem("editor", `${error.message} The figure is gone now.`);
    return;
  }
  const values = valuesOf(other);
  const mine = changed();
  for (const name of names) {
    const differs = String(values[name]) !== String(editing.values[name]);
    theirs(name, differs ? values[name] : null);
    // What is not mine becomes theirs; what is mine stays in its field, theirs beside it.
    if (!(name in mine)) input(name).value = values[name];
  }
  editing = { ...editing, seen: now.version, values };
  problem("editor", `${error.message} Nothing is lost: theirs stands beside yours. Save again to put yours in its place, or close to keep theirs.`);
}

if (editor) {
  editor.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const fields = changed();
    if (!Object.keys(fields).length) {
      editor.close();
      focusOn(editing.figure);
      return;
    }
    act("PATCH", "", { fields }, "Saved.");
  });
  document.getElementById("editor-right").addEventListener("click", () => act("POST", "/confirm", {}, "Marked as right."));
  document.getElementById("editor-remove").addEventListener("click", () => act("POST", "/remove", {}, "It is no figure any more."));
  editor.addEventListener("close", () => editing && focusOn(editing.figure));
}

// --- without the form ----------------------------------------------------------------------------------

async function quick(figure, path, told) {
  try {
    await send("POST", `${api}/figures/${encodeURIComponent(figure)}/${path}`, { seen: version() });
    await refresh(told, figure);
  } catch (error) {
    tell(error.message);
  }
}

async function add(start, end, fields = {}) {
  const made = await send("POST", `${api}/figures`, { start, end, fields, seen: version() });
  await refresh("Added.", made.act.subject);
}

async function undoLast() {
  const button = report.querySelector("[data-undo]");
  if (button) button.click();
  else tell("Nothing is left to undo.");
}

document.addEventListener("addup:undone", (event) => {
  event.preventDefault();
  const figure = figureOf(document.activeElement);
  refresh("Undone.", figure).catch((error) => tell(error.message));
});

document.addEventListener("click", (event) => {
  const mark = event.target.closest("#text .figure");
  const button = event.target.closest("[data-edit]");
  const take = event.target.closest("[data-take]");
  if (editor && button) edit(button.dataset.edit);
  else if (editor && mark && !event.ctrlKey && !event.metaKey) {
    if (String(getSelection())) return;
    event.preventDefault();
    edit(figureOf(mark));
  } else if (take) {
    const [start, end] = take.dataset.take.split(" ").map(Number);
    add(start, end).catch((error) => tell(error.message));
  } else if (event.target.id === "keys") document.getElementById("key-list").showModal();
  else if (event.target.id === "add-figure") openAdder(String(getSelection()));
  else if (event.target.id === "describe") openDescriber();
  else if (event.target.closest("dialog") && event.target.id.endsWith("-close")) event.target.closest("dialog").close();
});

document.addEventListener("keydown", (event) => {
  if (typing(event) || !editor) return;
  const figure = figureOf(event.target);
  if ((event.ctrlKey || event.metaKey) && event.key === "z") {
    event.preventDefault();
    undoLast();
  } else if (event.ctrlKey || event.metaKey || event.altKey || !figure) return;
  else if (event.key === "r") quick(figure, "confirm", "Marked as right.");
  else if (event.key === "Delete") quick(figure, "remove", "It is no figure any more.");
});

// --- adding what was missed ----------------------------------------------------------------------------

const adder = document.getElementById("adder");
const floating = document.getElementById("selected");

/** Give the place in the text, in whole characters as addup counts them, of a place in the page. */
function place(node, offset) {
  const range = document.createRange();
  range.setStart(document.getElementById("text"), 0);
  range.setEnd(node, offset);
  return [...range.toString()].length;
}

function selection() {
  const chosen = getSelection();
  const text = document.getElementById("text");
  if (!chosen.rangeCount || chosen.isCollapsed) return null;
  const range = chosen.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  const words = range.toString();
  const start = place(range.startContainer, range.startOffset);
  const lead = words.length - words.trimStart().length;
  const trimmed = words.trim();
  return trimmed ? { start: start + lead, end: start + lead + [...trimmed].length, words: trimmed } : null;
}

if (adder) {
  document.addEventListener("selectionchange", () => {
    const chosen = selection();
    floating.hidden = !chosen;
    if (chosen) floating.querySelector("span").textContent = chosen.words.slice(0, 40);
  });
  floating.addEventListener("mousedown", (event) => event.preventDefault()); // the selection must stay
  floating.addEventListener("click", () => {
    const chosen = selection();
    getSelection().removeAllRanges();
    if (chosen) add(chosen.start, chosen.end).catch((error) => tell(error.message));
  });
  adder.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    addTyped().catch((error) => problem("adder", error.message));
  });
}

function openAdder(words) {
  problem("adder", null);
  document.getElementById("adder-words").value = words;
  document.getElementById("adder-counted").value = "";
  adder.showModal();
}

async function addTyped() {
  const words = document.getElementById("adder-words").value.trim();
  const counted = document.getElementById("adder-counted").value.trim();
  const text = document.getElementById("text").textContent;
  const at = text.indexOf(words);
  if (!words || at < 0) throw new Error(`The text does not have the words “${words}”.`);
  if (text.indexOf(words, at + 1) >= 0) throw new Error("The text has these words more than once: give more of them.");
  const start = [...text.slice(0, at)].length;
  await add(start, start + [...words].length, counted ? { counted } : {});
  adder.close();
}

// --- title and day -------------------------------------------------------------------------------------

const describer = document.getElementById("describer");

function openDescriber() {
  problem("describer", null);
  describer.showModal();
}

describer?.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const fields = {};
  for (const one of describer.querySelectorAll("[name]")) {
    if (one.value !== one.defaultValue) fields[one.name] = one.value || null;
  }
  if (!Object.keys(fields).length) return describer.close();
  try {
    await send("PATCH", api, { fields, seen: version() });
    for (const one of describer.querySelectorAll("[name]")) one.defaultValue = one.value;
    describer.close();
    await refresh("Saved.");
  } catch (error) {
    problem("describer", error.message);
  }
});
