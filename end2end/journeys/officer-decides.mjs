import assert from "node:assert/strict";

import { act, action, openCase } from "../support/desk.mjs";
import { citizen, signIn, signInAtDesk } from "../support/people.mjs";
import { applyForIdentityCard, awaitCertificate, openCertificate } from "../support/services.mjs";
import { choose, fact, fill, go, open, press, sees, standsAt, tick } from "../support/steps.mjs";
import { say } from "../support/words.mjs";

export const name = "officer-decides";

const NOTICE = "户口簿本人页看不清姓名，请重新拍一张上传。";
const OPINION = "丢失情况属实，建议补发。";
const REASON = "核对无误，准予补发。";
const CERTIFICATE = "居民身份证领取凭证";

/** Two officers decide a citizen's application; the certificate can be checked by anybody. */
export async function run(t) {
  const who = t.oneOf("ye.qingmo", "lin.yinuo", "sun.keyuan");
  await signIn(t, who);
  const { number, path } = await applyForIdentityCard(t);

  const handler = await t.visitor();
  await isOnlyForItsDepartment(t, handler, { number, path });
  await asksForCorrection(t, handler, { who, number, path });
  await twoOfficersDecide(t, handler, { number, path });

  const identifier = await getsTheCertificate(t, path);
  await anybodyVerifies(t, identifier);
  await rates(t, path);
}

async function isOnlyForItsDepartment(t, handler, { number, path }) {
  await signInAtDesk(handler, "police.handler");
  await standsAt(handler, say("desk-inbox"));
  await openCase(handler, number);
  await standsAt(handler, "居民身份证补领");
  assert.equal(await fact(handler, say("desk-column-number")), number);
  assert.match(await fact(handler, say("desk-applicant-id")), /\*/);
  await handler.shot("desk-case");
  await handler.picture("desk-case");

  const other = await t.visitor();
  await signInAtDesk(other, "hrss.handler");
  assert.equal(await other.page.getByText(number).count(), 0, "not in another department's inbox");
  await open(other, `/desk${path}`, 404);
  await standsAt(other, say("failure-404-title"));
  await open(other, `/desk?q=${number}`, 404);
  await sees(other, say("desk-number-unknown"));
}

async function asksForCorrection(t, handler, { who, number, path }) {
  const [before] = t.mail.names().slice(-1);
  await act(handler, "request_correction", {}, 422);
  await sees(handler, say("refusal-reason-missing"));
  await act(handler, "request_correction", { text: NOTICE });
  await sees(handler, say("desk-done-request_correction"));

  const mail = await t.mail.last({ to: citizen(who).login, subject: number, after: before });
  assert.equal(mail.subject, say("mail-correction-requested-subject", { number }));
  assert.ok(!mail.text.includes(NOTICE), "a mail carries nothing personal");
  assert.ok(mail.links[0].endsWith(path), mail.links[0]);
  await open(t, path);
  await sees(t, say("correction-title"), NOTICE, say("case-state-correction_requested"));
  await t.shot("correction");
  await go(t, say("case-correct"));
  await standsAt(t, say("review-title"));
  await sees(t, NOTICE);
  await go(t, `${say("summary-change")} 大约在哪里？`);
  await fill(t, { "大约在哪里？": "清溪区驿道路菜市场" });
  await press(t, say("step-save-review"));
  await tick(t, say("review-declaration"), say("review-declare"));
  await press(t, say("review-resubmit"));
}

async function twoOfficersDecide(t, handler, { number, path }) {
  await openCase(handler, number);
  await sees(handler, "清溪区驿道路菜市场");
  assert.equal(await action(handler, "request_correction").count(), 0, "a correction is asked for once");
  await act(handler, "accept");
  await sees(handler, say("desk-done-accept"));
  await open(t, path);
  await sees(t, say("case-state-accepted"));
  assert.match(await fact(t, say("case-promised-due")), /^\d{4}-\d\d-\d\d/);

  await act(handler, "propose", { outcome: "approve", text: OPINION });
  await sees(handler, say("desk-done-propose"), say("desk-no-action"));
  await isRefusedADecision(t, handler, path);
  await open(t, path);
  assert.equal(await t.page.getByText(OPINION).count(), 0, "a proposal is the officers' own");

  const reviewer = await t.visitor();
  await signInAtDesk(reviewer, "police.reviewer");
  await openCase(reviewer, number, "to-review");
  await sees(reviewer, OPINION);
  await act(reviewer, "decide", { text: REASON }, 422);
  await sees(reviewer, say("refusal-choose-outcome"), REASON);
  await act(reviewer, "decide", { outcome: "approve", text: REASON });
  await sees(reviewer, say("desk-done-decide"));
}

/** The form is not offered; who posts it anyway is refused. */
async function isRefusedADecision(t, handler, path) {
  assert.equal(await action(handler, "decide").count(), 0);
  const form = { case: path.split("/").pop(), revision: "5", action: "decide", outcome: "approve", text: "x" };
  const headers = { origin: t.portal.url };
  for (const revision of ["4", "5", "6"]) {
    const answer = await handler.context.request.post("/do/desk-act", {
      multipart: { ...form, revision },
      headers,
    });
    assert.ok([409, 422].includes(answer.status()), `${answer.status()} for revision ${revision}`);
  }
  await handler.goto(`/desk${path}`);
  await sees(handler, say("desk-case-facts"));
  assert.equal(await handler.page.getByText(say("desk-done-decide")).count(), 0);
}

async function getsTheCertificate(t, path) {
  await awaitCertificate(t, path);
  await sees(t, say("case-state-delivered"), REASON);
  await t.shot("progress-delivered");
  const identifier = await openCertificate(t, CERTIFICATE);
  await sees(t, "清溪区公安分局户籍大厅", say("certificate-state-valid"));
  await t.shot("certificate");
  await t.picture("certificate", 118);

  await open(t, "/certificates");
  await sees(t, CERTIFICATE);
  await t.shot("certificates");
  return identifier;
}

async function anybodyVerifies(t, identifier) {
  const anybody = await t.visitor();
  await open(anybody, "/verify");
  await fill(anybody, { [say("verify-identifier")]: identifier });
  await press(anybody, say("verify-button"));
  await sees(anybody, say("verify-known"), CERTIFICATE, say("certificate-state-valid"));
  const holder = await fact(anybody, say("certificate-holder"));
  assert.match(holder, /\*/, `a passer-by does not learn the whole name: ${holder}`);
  await anybody.shot("verify");
  const other = identifier.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
  await fill(anybody, { [say("verify-identifier")]: other });
  await press(anybody, say("verify-button"), 404);
  await sees(anybody, say("verify-unknown"));
}

async function rates(t, path) {
  await open(t, path);
  await go(t, say("case-rate"));
  await standsAt(t, say("rate-title"));
  await press(t, say("rate-next"), 422);
  await choose(t, { [say("rate-level")]: say("evaluation-level-satisfied") });
  await press(t, say("rate-next"));
  await tick(t, say("rate-what-good"), say("evaluation-option-412"));
  await fill(t, { [say("rate-comment")]: "很快就办好了。" });
  await t.shot("rate");
  await press(t, say("rate-button"));
  const given = say("rate-thanks-text", { level: say("evaluation-level-satisfied") });
  await sees(t, say("rate-thanks"), given);

  const form = { case: path.split("/").pop(), level: "dissatisfied", shown: "dissatisfied" };
  const again = await t.context.request.post("/do/rate", {
    form,
    headers: { origin: t.portal.url },
  });
  assert.equal(again.status(), 200);
  assert.ok((await again.text()).includes(given), "the first rating stands");
  await open(t, path);
  await sees(t, say("case-rated", { level: say("evaluation-level-satisfied") }));
  assert.equal(await t.page.getByRole("link", { name: say("case-rate") }).count(), 0);
}
