// The list of findings, worked through with one key each.

import { page, reveal, send, tell, typing } from "./app.js";

const whole = document.getElementById("findings");
const keys = { c: "checked", s: "shared", o: "open" };
let turn = Promise.resolve();

const fold = (finding) => finding.querySelector("details");
const findings = () => [...whole.querySelectorAll("[data-key]")];

/** Say what became of a finding, and go on to the next one at once; what is told is told in turn. */
function mark(finding, status, why) {
  const all = findings();
  const at = all.indexOf(finding);
  (all[at + 1] ?? all[at - 1])?.focus();
  turn = turn
    .then(async () => {
      await send("PUT", `/api/findings/${finding.dataset.key}`, { status, why: why || null });
      await refresh();
      tell(`${status[0].toUpperCase()}${status.slice(1)}: ${finding.querySelector(".says").textContent.trim()}`);
    })
    .catch((error) => {
      tell(error.message);
      findings()[at]?.focus();
    });
}

/** Put the list as it is now in the place of the old one; focus, what was typed, and what was open stay. */
async function refresh() {
  const fresh = (await page(location.href)).getElementById("findings");
  const here = document.activeElement?.closest("[data-key]")?.dataset.key;
  const inReason = document.activeElement?.matches("input[name=why]");
  const typed = new Map(findings().map((one) => [one.dataset.key, one.querySelector("input[name=why]")?.value]));
  const open = new Map(findings().map((one) => [one.dataset.key, fold(one).open]));
  whole.replaceChildren(...fresh.childNodes);
  reveal(whole);
  for (const one of findings()) fold(one).open = open.get(one.dataset.key) ?? fold(one).open;
  for (const one of findings()) {
    const reason = one.querySelector("input[name=why]");
    if (reason) reason.value = typed.get(one.dataset.key) ?? "";
  }
  const again = findings().find((one) => one.dataset.key === here) ?? findings()[0];
  const reason = inReason && again?.querySelector("input[name=why]");
  (reason || again || document.getElementById("main")).focus();
}

whole.addEventListener("submit", (event) => {
  event.preventDefault();
  const finding = event.target.closest("[data-key]");
  const why = event.target.elements.why;
  const problem = finding.querySelector(".problem");
  if (why && !why.value.trim()) {
    problem.hidden = false;
    why.focus();
  } else mark(finding, event.submitter?.value ?? "dismissed", why?.value);
});

// Whoever goes through the list with keys sees the whole finding that it is about.
whole.addEventListener("focusin", (event) => {
  if (event.target.matches("[data-key]")) fold(event.target).open = true;
});

document.addEventListener("keydown", (event) => {
  if (typing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
  const all = findings();
  const here = event.target.closest("[data-key]");
  if (event.key === "j" || event.key === "k") {
    const at = here ? all.indexOf(here) + (event.key === "j" ? 1 : -1) : 0;
    all[at]?.focus();
  } else if (here && event.key === "d") {
    event.preventDefault(); // the letter is no part of the reason
    here.querySelector("input[name=why]")?.focus();
  } else if (here && keys[event.key]) {
    here.querySelector(`button[value=${keys[event.key]}]`)?.click();
  }
});
