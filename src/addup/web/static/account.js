// An account: relations accepted or rejected, and its text changed, checked and saved.

import { send, tell, typing } from "./app.js";

const account = document.getElementById("account");
const dossier = account.dataset.dossier;
const text = document.getElementById("account-text");
const checked = document.getElementById("checked");

async function decide(decision, relation) {
  await send("POST", `/api/dossiers/${dossier}/relations`, { decision, relation });
  location.reload();
}

account.addEventListener("click", (event) => {
  const button = event.target.closest("[data-decide]");
  if (!button) return;
  const { relation } = button.closest("[data-relation]").dataset;
  decide(button.dataset.decide, relation).catch((error) => tell(error.message));
});

document.addEventListener("keydown", (event) => {
  if (typing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
  const relations = [...account.querySelectorAll("[data-relation]")];
  const here = event.target.closest("[data-relation]");
  if (event.key === "j" || event.key === "k") {
    const at = here ? relations.indexOf(here) + (event.key === "j" ? 1 : -1) : 0;
    relations[at]?.focus();
  } else if (here && (event.key === "a" || event.key === "r")) {
    const which = event.key === "a" ? "accept" : "reject";
    here.querySelector(`[data-decide=${which}]`)?.click();
  }
});

document.getElementById("relate")?.addEventListener("submit", (event) => {
  event.preventDefault();
  const place = document.getElementById("relate-problem");
  decide("accept", event.target.elements.relation.value).catch((error) => {
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
    const wrong = paragraph(error.message);
    wrong.className = "problem lines";
    checked.replaceChildren(wrong);
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
