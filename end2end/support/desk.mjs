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
  const name = say(`desk-action-${key}`);
  const summary = officer.page.locator("summary").getByText(name, { exact: true });
  return officer.page.locator("details").filter({ has: summary });
}

/** Opens an action and fills it in. */
export async function prepare(officer, key, { outcome, text } = {}) {
  const offered = action(officer, key);
  if ((await offered.getAttribute("open")) === null) {
    await officer.hands.press(offered.locator("summary"));
  }
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
