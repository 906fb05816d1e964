// What every page needs: changes sent with their token, what happened told, and undoing.

const token = document.querySelector('meta[name="csrf"]').content;
const status = document.getElementById("status");

/** Tell in words what happened, for everybody: in sight, and to screen readers. */
export function tell(text) {
  status.textContent = text;
  status.classList.toggle("shown", Boolean(text));
  clearTimeout(tell.timer);
  tell.timer = setTimeout(() => status.classList.remove("shown"), 8000);
}

/** Send a change. Throws an Error that says why it was not done; `error.status` is that of the answer. */
export async function send(method, address, body) {
  let answer;
  try {
    answer = await fetch(address, {
      method,
      headers: { "Content-Type": "application/json", "X-CSRF-Token": token },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Error("addup does not answer: is it still running?");
  }
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    const error = new Error(told.detail || `addup answers ${answer.status}.`);
    error.status = answer.status;
    throw error;
  }
  return told;
}

/** Get a page of this app as a document. */
export async function page(address) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok) throw new Error(`addup answers ${answer.status}.`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** Get a record. */
export async function record(address) {
  const answer = await fetch(address);
  const told = await answer.json();
  if (!answer.ok) throw new Error(told.detail);
  return told;
}

/** Show what works with scripts only. */
export function reveal(root = document) {
  for (const element of root.querySelectorAll(".needs-script")) element.hidden = false;
}

/** Whether somebody types: then letters are no commands. */
export function typing(event) {
  return event.target.closest("input, textarea, select, dialog") !== null;
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-undo]");
  if (!button) return;
  button.disabled = true;
  try {
    await send("POST", `/api/acts/${button.dataset.undo}/undo`, {});
    const again = new CustomEvent("addup:undone", { cancelable: true });
    if (document.dispatchEvent(again)) location.reload();
  } catch (error) {
    tell(error.message);
    button.disabled = false;
  }
});

// Only now: a button that shows before the script of its page runs would do nothing, or leave the page.
document.addEventListener("DOMContentLoaded", () => reveal());

// What is folded is printed, too; browsers that know `::details-content` need no help.
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("details:not([open])")];
  for (const one of folded) one.open = true;
});
addEventListener("afterprint", () => {
  for (const one of folded) one.open = false;
});
