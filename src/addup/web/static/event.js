// An event: named, merged with another, and its reports given to the event that they are of.

import { record, send } from "./app.js";

const event = document.getElementById("event");

event?.addEventListener("submit", async (submitted) => {
  submitted.preventDefault();
  const form = submitted.target;
  const given = new FormData(form);
  const decision = submitted.submitter?.value || form.dataset.decision;
  const body = { decision, name: given.get("name") ?? "", reports: given.getAll("reports") };
  if (decision !== "split" && given.get("other")) body.other = Number(given.get("other"));
  const problem = document.getElementById("event-problem");
  try {
    const told = await send("POST", `/api/dossiers/${event.dataset.dossier}/event`, body);
    location.assign(`/dossiers/${told.dossier}`);
  } catch (error) {
    problem.hidden = false;
    problem.textContent = error.message;
    problem.scrollIntoView({ block: "center" });
  }
});

// What was decided last may have made this event: then its reports are in another one.
document.addEventListener("addup:undone", async (undone) => {
  if (!event) return;
  undone.preventDefault();
  const told = await record(`/documents/${encodeURIComponent(event.dataset.report)}.json`);
  location.assign(`/dossiers/${told.dossier}`);
});
