import assert from "node:assert/strict";

import { action, openCase, prepare } from "../support/desk.mjs";
import { signIn, signInAtDesk } from "../support/people.mjs";
import { registerAsUnemployed } from "../support/services.mjs";
import { fill, follow, go, open, press, sees, standsAt, tick } from "../support/steps.mjs";
import { say } from "../support/words.mjs";

export const name = "marks";

const WISH = "想做什么工作？";
const WHY = "请写明具体的岗位，例如“图书编目”。";

/** An officer marks one answer; the applicant sees exactly that, and can change nothing else. */
export async function run(t) {
  await signIn(t, t.oneOf("sun.keyuan", "zhou.qifan", "ye.qingmo"));
  const { number, path } = await registerAsUnemployed(t);
  const officer = await t.visitor();
  await signInAtDesk(officer, "hrss.handler");
  await openCase(officer, number);
  await marks(officer);
  await corrects(t, path);

  await openCase(officer, number);
  await sees(officer, "图书编目");
  assert.equal(await action(officer, "request_correction").count(), 0, "a correction is asked for once");
}

async function marks(officer) {
  await prepare(officer, "request_correction");
  await go(officer, say("desk-mark"));
  await standsAt(officer, say("desk-action-request_correction"));
  await officer.shot("marking");
  // Nothing marked and nothing said is nothing to correct.
  await press(officer, say("desk-action-request_correction"), 422);
  await sees(officer, say("refusal-reason-missing"));
  await fill(officer, { [say("desk-mark-label", { label: WISH })]: WHY });
  await press(officer, say("desk-action-request_correction"));
  await sees(officer, say("desk-done-request_correction"), say("case-state-correction_requested"));
}

async function corrects(t, path) {
  await open(t, path);
  await sees(t, say("correction-title"), WHY);
  await t.shot("asked");
  const link = t.page.getByRole("main").getByRole("link", { name: WISH, exact: true });
  await follow(t, () => t.hands.press(link));
  await standsAt(t, "求职意向");
  await sees(t, WHY);
  await t.shot("correcting");
  await fill(t, { [WISH]: "图书编目" });
  await press(t, say("step-save-review"));
  await standsAt(t, say("review-title"));
  await sees(t, "图书编目");
  const change = (label) => t.page.getByRole("link", { name: `${say("summary-change")} ${label}`, exact: true });
  assert.equal(await change(WISH).count(), 1);
  assert.equal(await change("最高学历").count(), 0, "what is not marked stays");
  await tick(t, say("review-declaration"), say("review-declare"));
  await press(t, say("review-resubmit"));
}
