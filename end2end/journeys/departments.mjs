import assert from "node:assert/strict";

import { act, action, openCase, prepare } from "../support/desk.mjs";
import { signIn, signInAtDesk } from "../support/people.mjs";
import { claimStartUpSubsidy } from "../support/services.mjs";
import { choose, open, press, sees, standsAt } from "../support/steps.mjs";
import { say } from "../support/words.mjs";

export const name = "departments";

/** How it is travelled; the pages are walked in every way by others. */
export const ways = ["keyboard"];

const SERVICE = "创业补贴申领";
const CONDITIONS = "毕业信息和营业执照核对无误。";
const HOUSEHOLD = "户籍信息一致。";
const SECOND = "复核无误。";
const OPINION = "符合条件，建议发放。";
const REASON = "符合申领条件，准予发放。";

/** Two departments look at one case at the same time, a second officer after them, and two decide. */
export async function run(t) {
  await signIn(t, t.oneOf("ye.qingmo", "zhou.qifan", "sun.keyuan"));
  const { number, path } = await claimStartUpSubsidy(t);
  const handler = await t.visitor();
  await signInAtDesk(handler, "hrss.handler");
  const police = await t.visitor();
  await signInAtDesk(police, "police.handler");

  await isNotYetAsked(police, path);
  await openCase(handler, number, "first-look");
  await act(handler, "pass_precheck");
  await act(handler, "accept");
  await bothLookAtOnce({ handler, police, number });
  await aSecondOfficerLooks(t, { handler, path });
  await open(t, path);
  await sees(t, REASON);
  assert.equal(await t.page.getByText(HOUSEHOLD).count(), 0, "what departments write to each other stays there");
}

async function isNotYetAsked(police, path) {
  await open(police, `/desk${path}`, 404);
  await standsAt(police, say("failure-404-title"));
}

/** Whoever is slower learns that something has happened, and concludes the same step then. */
async function bothLookAtOnce({ handler, police, number }) {
  await openCase(police, number, "asked");
  await standsAt(police, SERVICE);
  await sees(police, "公安部门核对户籍信息");
  for (const key of ["propose", "request_correction", "suspend"]) {
    assert.equal(await action(police, key).count(), 0, `${key} is for the department whose case it is`);
  }
  await police.shot("asked");
  await prepare(police, "conclude", { text: HOUSEHOLD });
  await choose(police, { [say("desk-verdict")]: say("verdict-agree") });

  await concludes(handler, "核对申领条件", CONDITIONS);
  await handler.shot("concluded");

  await press(police, say("desk-action-conclude"), 409);
  await sees(police, say("desk-changed"), say("desk-changed-advice"));
  assert.equal(await action(police, "conclude").getByRole("textbox").inputValue(), HOUSEHOLD);
  await police.shot("at-the-same-time");
  await press(police, say("desk-action-conclude"));
  await sees(police, say("desk-done-conclude"), say("desk-no-action"));
}

async function aSecondOfficerLooks(t, { handler, path }) {
  await open(handler, `/desk${path}`);
  await sees(handler, HOUSEHOLD);
  assert.equal(await action(handler, "conclude").count(), 0, "another officer has to look now");
  const reviewer = await t.visitor();
  await signInAtDesk(reviewer, "hrss.reviewer");
  await open(reviewer, `/desk${path}`);
  await concludes(reviewer, "第二名工作人员复核", SECOND);

  await open(handler, `/desk${path}`);
  await act(handler, "propose", { outcome: "approve", text: OPINION });
  assert.equal(await action(handler, "decide").count(), 0, "who proposed does not decide");
  await open(reviewer, `/desk${path}`);
  await act(reviewer, "decide", { outcome: "approve", text: REASON });
  await sees(reviewer, say("desk-done-decide"));
  await reviewer.shot("decided");
}

async function concludes(officer, step, text) {
  await prepare(officer, "conclude", { text });
  await sees(officer, step);
  await choose(officer, { [say("desk-verdict")]: say("verdict-agree") });
  await press(officer, say("desk-action-conclude"));
  await sees(officer, say("desk-done-conclude"));
}
