// What officers do at the desk.

import { choose, fill, follow, open, press, tick } from "./steps.mjs";
import { say } from "./words.mjs";

/** Opens a case from the inbox, by its number. */
export async function openCase(officer, number, tab = "to-accept") {
  await open(officer, `/desk?tab=${tab}`);
  const link = officer.page.getByRole("link", { name: number, exact: true });
  return follow(officer, () => officer.hands.press(link));
}

/** The part of the page that offers an action; nothing where the rules do not allow it. */
export function action(officer, key) {
  return folded(officer, say(`desk-action-${key}`));
}

/** What lies behind these words. */
export function folded(officer, words) {
  const summary = officer.page.locator("summary").getByText(words, { exact: true });
  return officer.page.locator("details").filter({ has: summary });
}

/** Opens what is folded, unless it is open. */
export async function unfold(officer, part) {
  if ((await part.getAttribute("open")) === null) await officer.hands.press(part.locator("summary"));
}

/** Opens an action and fills it in. */
export async function prepare(officer, key, { outcome, text } = {}) {
  await unfold(officer, action(officer, key));
  if (outcome) await choose(officer, { [say(`desk-outcome-${key}`)]: say(`outcome-${outcome}`) });
  if (text) await fill(officer, { [say(`desk-text-${key}`)]: text });
}

/** Carries out an action on the open case. */
export async function act(officer, key, how = {}, status = 200) {
  await prepare(officer, key, how);
  return press(officer, say(`desk-action-${key}`), status);
}

/** Compares a card with the person before the counter and begins to serve them. */
export async function serve(officer, { name, residentId, phone = "" }) {
  await open(officer, "/desk/counter");
  await fill(officer, {
    [say("counter-name-label")]: name,
    [say("counter-number-label")]: residentId,
    [say("counter-phone-label")]: phone,
  });
  await tick(officer, say("counter-compared"), say("counter-compared-yes"));
  return press(officer, say("counter-begin"));
}
