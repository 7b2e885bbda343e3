import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";

import { act, openCase } from "../support/desk.mjs";
import { signIn, signInAtDesk } from "../support/people.mjs";
import { registerAsUnemployed } from "../support/services.mjs";
import { choose, fill, follow, go, open, press, sees, standsAt } from "../support/steps.mjs";
import { say } from "../support/words.mjs";

export const name = "supervision";

/** How it is travelled; the pages are walked in every way by others. */
export const ways = ["on"];

const SERVICE = "失业登记";
const DEPARTMENT = "通和市人力资源和社会保障局";
const EXPLAINED = "申请人的毕业信息要向学校核实，已经发函。";
const RULED = "核实需要外单位配合，不是部门拖延。";
const FINDING_MS_MAX = 15_000;
const POLL_MS = 500;

/** Supervision sees a case come near its day: the department explains, a supervisor rules. Figures are counted. */
export async function run(t) {
  await signIn(t, t.oneOf("zhou.qifan", "ye.qingmo", "sun.keyuan"));
  const { number } = await registerAsUnemployed(t);
  const handler = await t.visitor();
  await signInAtDesk(handler, "hrss.handler");
  await openCase(handler, number);
  await act(handler, "accept");
  // Cases of this service come near their day at once then; each run needs a change.
  await warnsEarlier(t, t.oneOf("18", "19", "20"));

  const supervisor = await t.visitor();
  await signInAtDesk(supervisor, "hrss.supervisor");
  await isFound(t, supervisor, number);
  const finding = await reads(supervisor, number);
  await isExplained(handler, number);
  await isRuledOn(supervisor, finding);
  await open(handler, finding);
  await sees(handler, say("supervision-ruling-lifted"), RULED);
  await figures(supervisor);
  await savesAList(supervisor, number);
  await everybodyReads(t);
}

async function warnsEarlier(t, days) {
  const administrator = await t.visitor();
  await signInAtDesk(administrator, "administrator");
  await open(administrator, "/desk/supervision/rules/1");
  await fill(administrator, { [say("supervision-days")]: days });
  await choose(administrator, { [say("supervision-column-card")]: say("supervision-card-yellow") });
  await press(administrator, say("supervision-look"));
  await sees(administrator, say("supervision-outlook"), say("watch-near_promise", { n: days }));
  await administrator.shot("rule");
  await press(administrator, say("supervision-outlook-do"));
  await standsAt(administrator, say("supervision-rules-title"));
  await sees(administrator, say("watch-near_promise", { n: days }));
}

/** What the clock does is done by another worker at once; the server's own looks every minute. */
async function isFound(t, supervisor, number) {
  const worker = t.portal.work();
  try {
    const until = Date.now() + FINDING_MS_MAX;
    const link = supervisor.page.getByRole("link", { name: number, exact: true });
    do {
      if (Date.now() > until) throw new Error(`no finding after ${FINDING_MS_MAX} ms`);
      await sleep(POLL_MS);
      await supervisor.goto("/desk/supervision?colour=yellow&department=990100-hrss");
    } while ((await link.count()) === 0);
  } finally {
    await worker.end();
  }
}

async function reads(supervisor, number) {
  await open(supervisor, "/desk/supervision");
  await standsAt(supervisor, say("supervision-title"));
  const board = supervisor.page.getByRole("table", { name: say("supervision-board-title") });
  const row = board.getByRole("row").filter({ hasText: DEPARTMENT });
  const yellow = row.locator(`[data-column="${say("supervision-light-yellow")}"]`);
  assert.ok(Number(await yellow.innerText()) >= 1, "the light is on");
  await supervisor.shot("board");
  await follow(supervisor, () => supervisor.hands.press(yellow.getByRole("link")));
  await sees(supervisor, SERVICE, say("supervision-card-yellow"));
  await go(supervisor, number);
  await sees(supervisor, say("supervision-nothing-personal"), DEPARTMENT);
  for (const personal of ["图书管理", /^[周叶孙][启青可]/]) {
    assert.equal(await supervisor.page.getByText(personal).count(), 0, "supervision reads dates, not answers");
  }
  return new URL(supervisor.page.url()).pathname;
}

async function isExplained(handler, number) {
  await go(handler, say("nav-supervision"));
  await go(handler, number);
  await press(handler, say("supervision-explain-send"), 422);
  await sees(handler, say("supervision-refused-words-missing"));
  await fill(handler, { [say("supervision-explain-words")]: EXPLAINED });
  await press(handler, say("supervision-explain-send"));
  await sees(handler, say("supervision-explanation"), EXPLAINED);
  assert.equal(await handler.page.getByRole("button", { name: say("supervision-explain-send") }).count(), 0);
}

async function isRuledOn(supervisor, finding) {
  await open(supervisor, finding);
  await sees(supervisor, EXPLAINED);
  await fill(supervisor, { [say("supervision-ruling-words")]: RULED });
  await press(supervisor, say("supervision-ruling-send"), 422);
  await sees(supervisor, say("supervision-refused-choose"), RULED);
  await choose(supervisor, { [say("supervision-ruling-question")]: say("supervision-rule-lifted") });
  await press(supervisor, say("supervision-ruling-send"));
  await sees(supervisor, say("supervision-ruling-lifted"), RULED);
  await supervisor.shot("finding");
}

/** A chart for those who see it, and its numbers as a table; both are counted once an hour. */
async function figures(supervisor) {
  await open(supervisor, "/desk/supervision");
  await go(supervisor, say("figures-title"));
  const { page } = supervisor;
  const numbers = async (table, column) => {
    const cells = await table.locator(`tbody [data-column="${say(column)}"]`).allTextContents();
    return cells.map(Number).reduce((sum, number) => sum + number, 0);
  };
  const came = await numbers(page.getByRole("table", { name: say("figures-by-department") }), "figures-handed-in");
  assert.ok(came >= 1, "what was handed in is counted");
  const chart = page.getByRole("figure", { name: say("figures-chart-trend") });
  await chart.getByRole("img", { name: say("figures-chart-trend") }).waitFor();
  assert.equal(await numbers(chart.locator("table"), "figures-handed-in"), came, "the chart has the same numbers");
  await supervisor.shot("figures");
}

async function savesAList(supervisor, number) {
  await open(supervisor, "/desk/export?department=990100-hrss");
  const address = "/desk/export/cases?department=990100-hrss&format=csv";
  const file = await supervisor.context.request.get(address);
  assert.equal(file.status(), 200);
  assert.match(file.headers()["content-type"], /^text\/csv/);
  const [head, ...lines] = (await file.text()).replace(/^\uFEFF/, "").trim().split(/\r?\n/);
  assert.ok(head.includes(say("export-column-number")), head);
  assert.ok(!head.includes(say("export-column-applicant")), "supervision gets no names");
  assert.ok(lines.some((line) => line.includes(number)), "the case is in the list");
}

async function everybodyReads(t) {
  const anybody = await t.visitor();
  await open(anybody, "/open-data");
  await sees(anybody, say("open-data-none"));
  const file = await anybody.context.request.get("/evaluations.csv");
  assert.equal(file.status(), 200);
  assert.match(file.headers()["content-type"], /^text\/csv/);
  assert.match((await file.text()).replace(/^\uFEFF/, ""), /^month,department_code,department,item_code,/);
}
