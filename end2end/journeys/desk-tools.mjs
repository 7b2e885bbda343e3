import assert from "node:assert/strict";

import { act, action } from "../support/desk.mjs";
import { signIn, signInAtDesk } from "../support/people.mjs";
import { registerAsUnemployed } from "../support/services.mjs";
import { field, fill, follow, go, open, press, sees, standsAt } from "../support/steps.mjs";
import { say } from "../support/words.mjs";

export const name = "desk-tools";

/** How it is travelled; the pages are walked in every way by others. */
export const ways = ["keyboard"];

const SERVICE = "失业登记";
const REVIEWER = "顾承霖";
const HANDLER = "温书瑶";
const DAY_MS = 86_400_000;

/** What makes an officer's day shorter: lists under a name, several cases at once, deputies, texts, paper. */
export async function run(t) {
  await signIn(t, t.oneOf("sun.keyuan", "zhou.qifan", "ye.qingmo"));
  const first = await registerAsUnemployed(t);
  const second = await registerAsUnemployed(t);
  const handler = await t.visitor();
  await signInAtDesk(handler, "hrss.handler");
  await keepsAFilter(handler, `失业登记 ${t.id}`, first.number);
  await handsOver(handler, [first.number, second.number]);

  const reviewer = await t.visitor();
  await signInAtDesk(reviewer, "hrss.reviewer");
  await findsThemAmongTheOwn(reviewer, [first.number, second.number]);
  const template = await writesATemplate(reviewer, t.id);
  await goesAway(reviewer);
  await standsIn(handler, first.number);
  await beginsWithTheTemplate(handler, { template, ...second });
  await isReadyToPrint(handler, second.path);
  await comesBack(reviewer, template);
}

async function keepsAFilter(handler, name, number) {
  await open(handler, "/desk?tab=to-accept");
  await unfoldFilters(handler);
  await handler.hands.pick(field(handler, say("inbox-filter-service")), SERVICE);
  await press(handler, say("inbox-apply"));
  await sees(handler, say("inbox-filters-on"), number);
  await handler.shot("filtered");
  await press(handler, say("inbox-keep"), 422);
  await sees(handler, say("filter-name-missing"));
  await fill(handler, { [say("inbox-keep-name")]: name });
  await press(handler, say("inbox-keep"));
  await open(handler, "/desk");
  await go(handler, name);
  await sees(handler, say("inbox-filters-on"), number);
  assert.match(handler.page.url(), /[?&]service=/);
  const saved = handler.page.getByRole("navigation", { name: say("inbox-saved") });
  const line = saved.getByRole("listitem").filter({ hasText: name });
  await follow(handler, () => handler.hands.press(line.getByRole("button")));
  assert.equal(await handler.page.getByText(name).count(), 0, "a name is forgotten");
}

async function unfoldFilters(handler) {
  const summary = handler.page.locator("summary").getByText(say("inbox-filters"), { exact: true });
  await handler.hands.press(summary);
}

/** Gives several cases away at once, and reads what became of each. */
async function handsOver(handler, numbers) {
  await open(handler, "/desk?tab=to-accept");
  await pressAssign(handler, 422);
  await sees(handler, say("bulk-nobody-chosen"));
  await open(handler, "/desk?tab=to-accept");
  for (const number of numbers) {
    await handler.hands.tick(handler.page.getByLabel(say("desk-tick", { number }), { exact: true }));
  }
  await handler.hands.pick(field(handler, say("desk-assign-to")), REVIEWER);
  await handler.shot("bulk");
  await pressAssign(handler);
  await standsAt(handler, say("desk-bulk-result"));
  for (const number of numbers) {
    const row = handler.page.getByRole("row").filter({ hasText: number });
    await row.getByText(say("bulk-done")).waitFor();
  }
  await handler.shot("bulk-done");
}

function pressAssign(handler, status) {
  const button = handler.page.getByRole("button", { name: say("desk-bulk-assign"), exact: true });
  return follow(handler, () => handler.hands.press(button), status);
}

async function findsThemAmongTheOwn(reviewer, numbers) {
  await open(reviewer, "/desk?tab=mine");
  await sees(reviewer, ...numbers);
}

async function writesATemplate(reviewer, id) {
  const name = `补正学历 ${id}`;
  await go(reviewer, say("nav-desk-templates"));
  const text = field(reviewer, say("desk-template-text"));
  await reviewer.hands.pick(field(reviewer, say("desk-template-event")), say("desk-action-request_correction"));
  await fill(reviewer, { [say("desk-template-name")]: name });
  await reviewer.hands.type(text, "办件 {编号} 请补充最高学历。");
  await press(reviewer, say("desk-template-save"), 422);
  await sees(reviewer, say("template-unknown-mark"));
  await reviewer.hands.type(text, "办件 {number} 请补充最高学历。");
  await press(reviewer, say("desk-template-save"));
  await sees(reviewer, name);
  await reviewer.shot("templates");
  return name;
}

async function goesAway(reviewer) {
  const day = (days) => new Date(Date.now() + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);
  await go(reviewer, say("nav-desk-away"));
  await reviewer.hands.pick(field(reviewer, say("desk-away-deputy")), HANDLER);
  const dates = async (from, until) => {
    await reviewer.hands.type(field(reviewer, say("desk-away-from")), from);
    await reviewer.hands.type(field(reviewer, say("desk-away-until")), until);
  };
  await dates(day(0), day(-1));
  await press(reviewer, say("desk-away-save"), 422);
  await sees(reviewer, say("absence-ends-before"));
  await dates(day(0), day(6));
  await press(reviewer, say("desk-away-save"));
  await sees(reviewer, say("desk-away-line", { from: day(0), until: day(6), name: HANDLER }));
  await reviewer.shot("away");
}

async function standsIn(handler, number) {
  await open(handler, "/desk?tab=mine");
  await sees(handler, say("desk-stands-in-for", { names: REVIEWER }), number);
}

async function beginsWithTheTemplate(handler, { template, number, path }) {
  await open(handler, `/desk${path}`);
  await sees(handler, REVIEWER);
  await go(handler, template);
  const text = action(handler, "request_correction").getByRole("textbox");
  assert.equal(await text.inputValue(), `办件 ${number} 请补充最高学历。`);
  await handler.shot("template-used");
  await act(handler, "request_correction");
  await sees(handler, say("desk-done-request_correction"));
}

/** On paper there is the case, and nothing to press. */
async function isReadyToPrint(handler, path) {
  await open(handler, `/desk${path}`);
  await handler.page.emulateMedia({ media: "print" });
  await handler.page.getByRole("heading", { level: 1, name: SERVICE }).waitFor();
  await sees(handler, say("desk-case-facts"));
  assert.equal(await handler.page.getByRole("button").filter({ visible: true }).count(), 0);
  assert.equal(await handler.page.getByRole("navigation").filter({ visible: true }).count(), 0);
  await handler.shot("print");
  await handler.page.emulateMedia({ media: null });
}

async function comesBack(reviewer, template) {
  await open(reviewer, "/desk/away");
  const own = reviewer.page.getByRole("listitem").filter({ hasText: HANDLER });
  await follow(reviewer, () => reviewer.hands.press(own.getByRole("button")));
  assert.equal(await reviewer.page.getByText(HANDLER).filter({ visible: true }).locator("li").count(), 0);
  await open(reviewer, "/desk/templates");
  const kept = reviewer.page.locator("section").filter({ has: reviewer.page.getByRole("heading", { name: template }) });
  await follow(reviewer, () => reviewer.hands.press(kept.getByRole("button")));
  assert.equal(await reviewer.page.getByText(template).count(), 0);
}
