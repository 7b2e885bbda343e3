import assert from "node:assert/strict";

import { action, openCase, prepare } from "../support/desk.mjs";
import { signIn, signInAtDesk } from "../support/people.mjs";
import { HOUSEHOLD_PAGE } from "../support/samples.mjs";
import { applyForIdentityCard, registerAsUnemployed } from "../support/services.mjs";
import { field, fill, follow, go, open, press, sees, standsAt, tick } from "../support/steps.mjs";
import { say } from "../support/words.mjs";

export const name = "marks";

const WISH = "想做什么工作？";
const WHY = "请写明具体的岗位，例如“图书编目”。";

const RECORD = "户口簿本人页";
const BETTER = { ...HOUSEHOLD_PAGE, name: "户口簿本人页（重新扫描）.pdf" };
const WHY_PAGE = "这一页没有盖章。";

/** An officer marks an answer and a page; the applicant sees exactly that, and can change nothing else. */
export async function run(t) {
  await signIn(t, t.oneOf("sun.keyuan", "zhou.qifan", "ye.qingmo"));
  await anAnswer(t);
  await aPage(t);
}

async function anAnswer(t) {
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

async function aPage(t) {
  const { number, path } = await applyForIdentityCard(t);
  const officer = await t.visitor();
  await signInAtDesk(officer, "police.handler");
  await openCase(officer, number);
  await marksAPage(officer);
  await replacesTheFile(t, path);

  await openCase(officer, number);
  const changes = officer.page.getByRole("row", { name: RECORD });
  for (const file of [HOUSEHOLD_PAGE.name, BETTER.name]) {
    await changes.getByRole("link", { name: file, exact: true }).waitFor();
  }
  await officer.shot("old-and-new");
}

async function marksAPage(officer) {
  await prepare(officer, "request_correction");
  await go(officer, say("desk-mark"));
  const summary = say("desk-mark-pages", { file: HOUSEHOLD_PAGE.name, n: 2 });
  await officer.hands.press(officer.page.locator("summary").filter({ hasText: summary }));
  // A page that the file does not have is told, and nothing that was typed is lost.
  for (const [page, status] of [["9", 422], ["2", 200]]) {
    const mark = officer.page.getByRole("group", { name: say("desk-mark-place", { n: 1 }) });
    await officer.hands.type(mark.getByLabel(say("desk-mark-page")), page);
    await officer.hands.type(mark.getByLabel(say("desk-mark-why")), WHY_PAGE);
    await press(officer, say("desk-action-request_correction"), status);
    if (status === 422) await sees(officer, say("refusal-no-such-mark"));
  }
  await sees(officer, say("desk-done-request_correction"));
}

async function replacesTheFile(t, path) {
  await open(t, path);
  const page = t.page.getByRole("link", { name: say("marked-page", { page: 2, file: HOUSEHOLD_PAGE.name }) });
  assert.match(await page.getAttribute("href"), /#page=2$/);
  await sees(t, WHY_PAGE);
  const link = t.page.getByRole("main").getByRole("link", { name: RECORD, exact: true });
  await follow(t, () => t.hands.press(link));
  await sees(t, WHY_PAGE);
  const remove = t.page.getByRole("button", { name: `${say("file-remove")} ${HOUSEHOLD_PAGE.name}` });
  await follow(t, () => t.hands.press(remove));
  await t.hands.hand(field(t, RECORD), BETTER);
  await t.shot("replacing");
  await press(t, say("step-next"));
  await open(t, `${path}/review`);
  await sees(t, BETTER.name);
  await tick(t, say("review-declaration"), say("review-declare"));
  await press(t, say("review-resubmit"));
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
