// An account: relations accepted or rejected, and its text changed, checked and saved.

import { page, reveal, send, tell, typing } from "./app.js";

const account = document.getElementById("account");
const dossier = account.dataset.dossier;
const text = document.getElementById("account-text");
const checked = document.getElementById("checked");

const relations = () => [...account.querySelectorAll("[data-relation]")];
let turn = Promise.resolve();

/** Accept or reject a relation, one after the other, and show what comes of it. */
function decide(decision, relation) {
  const done = turn.then(async () => {
    await send("POST", `/api/dossiers/${dossier}/relations`, { decision, relation });
    await refresh(decision === "accept" ? "Accepted." : "Rejected.");
  });
  turn = done.catch(() => {});
  return done;
}

/** Put the account as it stands now in the place of the old one; a text that somebody changes is left to them. */
async function refresh(told) {
  const fresh = await page(location.pathname);
  const here = document.activeElement?.closest("[data-relation]")?.dataset.relation;
  const standing = document.getElementById("standing");
  standing.replaceChildren(...fresh.getElementById("standing").childNodes);
  reveal(standing);
  const written = fresh.getElementById("account-text").value;
  if (written && text.value === text.defaultValue) text.value = text.defaultValue = written;
  relations().find((one) => one.dataset.relation === here)?.focus({ preventScroll: true });
  tell(`${told} ${standing.querySelector(".verdict").textContent.trim()}.`);
}

document.addEventListener("addup:undone", (event) => {
  if (!dossier) return;
  event.preventDefault();
  refresh("Undone.").catch((error) => tell(error.message));
});

account.addEventListener("click", (event) => {
  const button = event.target.closest("[data-decide]");
  if (!button) return;
  const here = button.closest("[data-relation]");
  const all = relations();
  const at = all.indexOf(here);
  (all[at + 1] ?? all[at - 1] ?? here).focus(); // on to the next one, while this one is settled
  decide(button.dataset.decide, here.dataset.relation).catch((error) => tell(error.message));
});

document.addEventListener("keydown", (event) => {
  if (typing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
  const all = relations();
  const here = event.target.closest("[data-relation]");
  if (event.key === "j" || event.key === "k") {
    const at = here ? all.indexOf(here) + (event.key === "j" ? 1 : -1) : 0;
    all[at]?.focus();
  } else if (here && (event.key === "a" || event.key === "r")) {
    const which = event.key === "a" ? "accept" : "reject";
    here.querySelector(`[data-decide=${which}]`)?.click();
  }
});

account.addEventListener("submit", (event) => {
  if (event.target.id !== "relate") return;
  event.preventDefault();
  decide("accept", event.target.elements.relation.value).catch((error) => {
    const place = document.getElementById("relate-problem");
    place.hidden = false;
    place.textContent = error.message;
  });
});

const verdicts = {
  conflict: "It does not add up.",
  tension: "It hardly adds up: true together only if words are stretched.",
  consistent: "Nothing in it conflicts.",
};

function paragraph(words, kind = "p") {
  const element = document.createElement(kind);
  element.textContent = words;
  return element;
}

/** Go to a line of the account: it is where the mistake is. */
function showLine(line) {
  const lines = text.value.split("\n");
  if (!(line <= lines.length)) return;
  const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
  text.focus();
  text.setSelectionRange(start, start + lines[line - 1].length);
}

/** A long text comes here when it is asked for, to be changed; without scripts the link shows it. */
document.getElementById("whole-text")?.addEventListener("click", async (event) => {
  event.preventDefault();
  const link = event.target;
  if (link.dataset.asked) return;
  link.dataset.asked = "yes";
  try {
    const answer = await fetch(link.href);
    if (!answer.ok) throw new Error(`addup answers ${answer.status}.`);
    text.value = text.defaultValue = await answer.text();
    document.getElementById("own-text").hidden = false;
    link.parentElement.hidden = true;
    text.focus();
  } catch (error) {
    delete link.dataset.asked;
    tell(error.message);
  }
});

document.getElementById("check")?.addEventListener("click", async () => {
  try {
    const told = await send("POST", "/api/check", { text: text.value });
    const rows = document.createElement("ul");
    rows.className = "rows";
    for (const conflict of told.conflicts) rows.append(paragraph(conflict.why, "li"));
    for (const { ask, low, high } of told.asked) {
      if (low !== null || high !== null) rows.append(paragraph(`${ask}: ${low ?? 0} to ${high ?? "any amount"}`, "li"));
    }
    for (const finding of told.findings) {
      if (finding.kind !== "conflict") rows.append(paragraph(`${finding.kind}: ${finding.text}`, "li"));
    }
    const verdict = paragraph(verdicts[told.status]);
    verdict.className = `verdict ${told.status}`;
    checked.replaceChildren(verdict, ...(rows.children.length ? [rows] : []));
  } catch (error) {
    const wrong = paragraph(error.message.replace(/^account:(\d+)(:\d+)?: /gm, "Line $1: "));
    wrong.className = "problem";
    checked.replaceChildren(wrong);
    showLine(Number(error.message.match(/^account:(\d+)/)?.[1]));
  }
});

document.getElementById("save")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const name = event.target.elements.name.value.trim();
  try {
    await send("PUT", `/api/accounts/${encodeURIComponent(name)}`, { text: text.value });
    location.assign(`/accounts/${encodeURIComponent(name)}`);
  } catch (error) {
    tell(error.message);
  }
});
