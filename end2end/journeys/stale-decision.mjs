import assert from "node:assert/strict";

import { act, openCase, prepare } from "../support/desk.mjs";
import { signIn, signInAtDesk } from "../support/people.mjs";
import { registerAsUnemployed } from "../support/services.mjs";
import { open, press, sees } from "../support/steps.mjs";
import { say } from "../support/words.mjs";

export const name = "stale-decision";

const NOTICE = "请补充最近一次参加培训的时间，以便推荐合适的岗位。";

/** An officer acts on a case that has changed meanwhile: nothing happens, nothing typed is lost. */
export async function run(t) {
  await signIn(t, t.oneOf("sun.keyuan", "zhou.qifan", "ye.qingmo"));
  const { number } = await registerAsUnemployed(t);

  const officer = await t.visitor();
  await signInAtDesk(officer, "hrss.handler");
  await openCase(officer, number);
  const second = await officer.tab();
  await openCase(second, number);

  await prepare(second, "request_correction", { text: NOTICE });
  await act(officer, "accept");
  await sees(officer, say("desk-done-accept"));

  await press(second, say("desk-action-request_correction"), 409);
  await sees(second, say("desk-changed"), say("desk-changed-advice"), say("case-state-accepted"));
  await second.shot("stale");
  await sees(second, NOTICE);

  await open(officer, new URL(second.page.url()).pathname);
  await openCase(second, number, "to-decide");
  assert.equal(await second.page.getByText(say("desk-changed")).count(), 0, "old news is gone");
}
