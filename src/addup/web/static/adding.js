// Dropping reports in, and watching how they are read.

import { record } from "./app.js";

const form = document.getElementById("drop");
if (form) {
  const files = form.querySelector("#files");
  const whole = form.querySelector("#whole-folder");
  whole.addEventListener("change", () => {
    files.toggleAttribute("webkitdirectory", whole.checked);
    files.value = "";
  });
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) form.classList.remove("over");
  });
  document.addEventListener("drop", async (event) => {
    event.preventDefault();
    form.classList.remove("over");
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    const plain = [...event.dataTransfer.files].map((file) => ({ file, path: file.name }));
    const dropped = entries.length ? (await Promise.all(entries.map(filesIn))).flat() : plain;
    if (dropped.length) await submit(form, dropped);
  });
  document.getElementById("example")?.addEventListener("click", (event) => {
    form.elements.text.value = document.getElementById("example-text").content.textContent;
    form.elements.published.value = event.target.dataset.day;
    form.querySelector("button.main").focus();
  });
  form.addEventListener("submit", () => {
    form.querySelector("button.main").textContent = "Sending …";
  });
}

/** Give all files in a dropped file or folder, each with its path. */
async function filesIn(entry) {
  if (entry.isFile) {
    const file = await new Promise((give, fail) => entry.file(give, fail));
    return [{ file, path: entry.fullPath.slice(1) }];
  }
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    // A folder gives its entries in parts, and an empty part at the end.
    const part = await new Promise((give, fail) => reader.readEntries(give, fail));
    if (!part.length) return (await Promise.all(found.map(filesIn))).flat();
    found.push(...part);
  }
}

async function submit(form, dropped) {
  const data = new FormData(form);
  data.delete("files");
  for (const { file, path } of dropped) data.append("files", file, path);
  const answer = await fetch(form.action, { method: "POST", body: data });
  if (answer.ok) location.assign(answer.url);
  else refuse(form, new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".problem")?.textContent);
}

/** Say on top of the form why nothing was taken. */
function refuse(form, why) {
  form.querySelector(".problem")?.remove();
  const problem = document.createElement("p");
  problem.className = "problem";
  problem.setAttribute("role", "alert");
  problem.textContent = why ?? "This could not be sent.";
  form.prepend(problem);
  problem.scrollIntoView({ block: "center" });
}

const job = document.getElementById("job");
if (job && job.dataset.state !== "done") watch(Number(job.dataset.done));

/** Ask how the reading goes until it is done. */
async function watch(seen) {
  const address = `/adding/${job.dataset.job}`;
  for (;;) {
    await new Promise((go) => setTimeout(go, 300));
    let told;
    try {
      told = await record(`${address}.json`);
    } catch {
      continue; // the app may be busy for a moment
    }
    if (told.state === "done") {
      const only = told.reports.length === 1 && told.reports[0].document;
      location.replace(only ? `/documents/${encodeURIComponent(only)}` : address);
      return;
    }
    if (told.done !== seen) {
      seen = told.done;
      const bar = job.querySelector("progress");
      bar.max = told.total ?? 1;
      bar.value = told.done;
      job.querySelector("#told").textContent = `${told.done} of ${told.total ?? "?"}, ${told.figures} figures`;
    }
    document.getElementById("state").textContent =
      told.state === "checking" ? "Checking what it changes" : told.state === "reading" ? "Reading" : "Waiting for its turn";
  }
}
