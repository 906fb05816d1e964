// The list of findings, worked through with one key each.

import { typing } from "./app.js";

const list = document.getElementById("worklist");
const keys = { c: "checked", s: "shared", o: "open" };

document.addEventListener("keydown", (event) => {
  if (typing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
  const findings = [...list.children].filter((one) => one.matches("[data-key]"));
  const here = event.target.closest("[data-key]");
  if (event.key === "j" || event.key === "k") {
    const at = here ? findings.indexOf(here) + (event.key === "j" ? 1 : -1) : 0;
    findings[at]?.focus();
  } else if (here && event.key === "d") {
    event.preventDefault(); // the letter is no part of the reason
    here.querySelector("input[name=why]")?.focus();
  } else if (here && keys[event.key]) {
    here.querySelector(`button[value=${keys[event.key]}]`)?.click();
  }
});
