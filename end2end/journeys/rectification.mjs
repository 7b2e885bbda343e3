import assert from "node:assert/strict";

import { act, folded, openCase, unfold } from "../support/desk.mjs";
import { signIn, signInAtDesk } from "../support/people.mjs";
import { awaitCertificate, registerAsUnemployed } from "../support/services.mjs";
import { choose, fill, follow, go, open, press, sees, standsAt, tick } from "../support/steps.mjs";
import { say } from "../support/words.mjs";

export const name = "rectification";

/** How it is travelled; the pages are walked in every way by others. */
export const ways = ["off"];

const SERVICE = "失业登记";
const DEPARTMENT = "通和市人力资源和社会保障局";
const COMPLAINT = "窗口让我跑了三趟，每次说的都不一样。";
const FACTS = "查了叫号记录，当天只有一次到窗口的记录。";
const STRUCK = "叫号记录与评价不符，不予采信。";
const APPEAL = "另外两次没有取号，工作人员在门口就让我回去了。";
const UPHELD = "门口值守登记本上有两次记录，评价属实。";
const SORRY = "对不起，让您多跑了。我们正在统一各窗口的说法。";
const MENDED = "已经印发一次性告知单，门口和窗口用同一份。";

/**
 * A bad rating is struck out and comes back on appeal; the department mends what was wrong, and the one who
 * rated has the last word.
 */
export async function run(t) {
  await signIn(t, t.oneOf("zhou.qifan", "sun.keyuan", "ye.qingmo"));
  const { number, path } = await registerAsUnemployed(t);
  const handler = await t.visitor();
  await signInAtDesk(handler, "hrss.handler");
  await openCase(handler, number);
  await act(handler, "accept");
  await act(handler, "decide", { outcome: "approve", text: "材料齐全，准予登记。" });

  const anybody = await t.visitor();
  const before = await published(anybody);
  await rates(t, path);
  const reviewer = await t.visitor();
  await isStruckOut(t, { handler, reviewer, number });
  assert.deepEqual(await published(anybody), { ...before, struckOut: before.struckOut + 1 });

  await appeals(t, path);
  await isUpheld(t);
  await isMended(t, { handler, reviewer, path });
  await saysThatItIsMended(t, path);
  assert.deepEqual(await published(anybody), { ...before, real: before.real + 1 });
  await anybody.shot("evaluations");
}

async function rates(t, path) {
  await awaitCertificate(t, path);
  await go(t, say("case-rate"));
  await choose(t, { [say("rate-level")]: say("evaluation-level-very-dissatisfied") });
  await press(t, say("rate-next"));
  await tick(t, say("rate-what-bad"), say("evaluation-option-113"));
  await fill(t, { [say("rate-comment")]: COMPLAINT });
  await press(t, say("rate-button"));
  await sees(t, say("rate-thanks-bad"), say("rectification-told-opened"), COMPLAINT);
  await t.page.getByText(/^期限：\d{4}-\d\d-\d\d/).waitFor();
  await t.shot("rated-badly");
}

/** Whoever handled the case answers for it, and does not learn who rated; somebody else has to agree. */
async function isStruckOut(t, { handler, reviewer, number }) {
  await opensRating(handler);
  await sees(handler, COMPLAINT, say("desk-evaluation-hidden"));
  assert.equal(await handler.page.getByText(number).count(), 0, "the rating does not name its case");
  await step(handler, "propose_strike", FACTS, 422);
  await sees(handler, say("desk-evaluation-choose"));
  assert.equal(await words(handler, "propose_strike").inputValue(), FACTS, "what was typed stays");
  await choose(handler, { [say("desk-evaluation-ground")]: say("strike-ground-untrue") });
  await step(handler, "propose_strike");
  await sees(handler, say("rectification-state-strike_proposed"), say("desk-evaluation-no-action"));
  await handler.shot("strike-proposed");

  await signInAtDesk(reviewer, "hrss.reviewer");
  await opensRating(reviewer);
  await sees(reviewer, FACTS);
  await reviewer.shot("strike-to-review");
  await step(reviewer, "strike", STRUCK);
  await sees(reviewer, say("rectification-state-struck_out"));
}

async function appeals(t, path) {
  await open(t, `${path}/rate`);
  await sees(t, say("rectification-told-struck_out"), STRUCK);
  assert.equal(await t.page.getByText(FACTS).count(), 0, "what officers propose stays between them");
  assert.equal(await t.page.getByRole("link", { name: say("rate-follow-up") }).count(), 0);
  await t.shot("struck-out");
  await press(t, say("rate-appeal-button"), 422);
  await fill(t, { [say("rate-appeal-reasons")]: APPEAL });
  await press(t, say("rate-appeal-button"));
  await sees(t, say("rectification-told-appealed"), APPEAL);
}

/** Two officers have spoken, so a third decides. */
async function isUpheld(t) {
  const third = await t.visitor();
  await signInAtDesk(third, "hrss.supervisor");
  await opensRating(third);
  await sees(third, STRUCK, APPEAL);
  await third.shot("appeal");
  await step(third, "uphold_appeal", UPHELD);
}

async function isMended(t, { handler, reviewer, path }) {
  await opensRating(handler);
  await step(handler, "contact", SORRY);
  await open(t, `${path}/rate`);
  await sees(t, UPHELD, SORRY, say("rectification-told-contacted"));
  await step(handler, "correct", MENDED);
  await sees(handler, say("desk-evaluation-no-action"));
  await opensRating(reviewer);
  await step(reviewer, "verify");
  await sees(reviewer, say("rectification-state-second_look"));
}

async function saysThatItIsMended(t, path) {
  await open(t, `${path}/rate`);
  await sees(t, say("rectification-told-second_look"), MENDED);
  await t.shot("second-look");
  await press(t, say("rate-second-look-button"), 422);
  await sees(t, say("rate-problem-answer"));
  await choose(t, { [say("rate-second-look")]: say("rate-second-look-content") });
  await press(t, say("rate-second-look-button"));
  await sees(t, say("rectification-told-closed"), say("rectification-step-content"));
  await t.shot("mended");
}

/** The only rating of this service that waits for an officer: every run ends its own. */
async function opensRating(officer) {
  await open(officer, "/desk/evaluations");
  await go(officer, SERVICE);
}

const offered = (officer, kind) => folded(officer, say(`rectification-act-${kind}`));
const words = (officer, kind) => offered(officer, kind).getByRole("textbox");

/** Takes a step of the rectification that the officer stands at. */
async function step(officer, kind, text, status) {
  const part = offered(officer, kind);
  await unfold(officer, part);
  if (text) await officer.hands.type(words(officer, kind), text);
  const button = part.getByRole("button", { name: say(`rectification-act-${kind}`), exact: true });
  await follow(officer, () => officer.hands.press(button), status);
  if (!status) await officer.page.getByText(say(`rectification-step-${kind}`)).first().waitFor();
}

/** What anybody reads about the department. The page is counted once a day, under a new address anew. */
async function published(anybody) {
  await open(anybody, `/evaluations?counted=${Date.now()}`);
  await standsAt(anybody, say("evaluations-title"));
  const table = anybody.page.getByRole("table", { name: say("evaluations-departments") });
  const row = table.getByRole("row").filter({ has: anybody.page.getByText(DEPARTMENT, { exact: true }) });
  const figure = async (key) => {
    const cell = row.locator(`[data-column="${say(key)}"]`);
    return (await cell.count()) === 0 ? 0 : Number(await cell.innerText());
  };
  return { real: await figure("evaluations-real"), struckOut: await figure("evaluations-struck-out") };
}
