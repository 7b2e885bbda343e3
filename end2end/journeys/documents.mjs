import assert from "node:assert/strict";

import { act, openCase } from "../support/desk.mjs";
import { signIn, signInAtDesk } from "../support/people.mjs";
import { registerAsUnemployed } from "../support/services.mjs";
import { fact, fill, go, follow, open, press, sees, standsAt } from "../support/steps.mjs";
import { say } from "../support/words.mjs";

export const name = "documents";

/** How it is travelled; the pages are walked in every way by others. */
export const ways = ["off"];

const ACCEPTANCE = "受理通知书";
const DECISION = "准予办理决定书";
const REASON = "符合登记条件，准予登记。";

/** What an office decides reaches the applicant as a document: to read, to save, to check, and served when read. */
export async function run(t) {
  await signIn(t, t.oneOf("sun.keyuan", "ye.qingmo", "zhou.qifan"));
  const { number, path } = await registerAsUnemployed(t);
  const officer = await t.visitor();
  await signInAtDesk(officer, "hrss.handler");
  await openCase(officer, number);
  await act(officer, "accept");
  await act(officer, "decide", { outcome: "approve", text: REASON });
  await isServedWhenRead(t, { officer, path });
  await isSaved(t, number);
  const code = await t.page.locator(".paper__identifier").innerText();
  await anybodyChecks(t, code);
  await isNobodyElses(t, new URL(t.page.url()).pathname);
  await acceptanceIsThereToo(t, { number, path });
}

async function isServedWhenRead(t, { officer, path }) {
  await open(t, path);
  await document(t, DECISION).getByText(say("documents-new")).waitFor();
  await t.shot("case-documents");
  await open(officer, `/desk${path}`);
  await opens(officer, DECISION);
  await sees(officer, say("document-unserved-at-page"), REASON);
  await officer.shot("desk-document");

  await opens(t, DECISION);
  await standsAt(t, DECISION);
  await sees(t, REASON, /这个时间已经记录，作为送达的证明/);
  await t.shot("decision");
  await open(officer, new URL(officer.page.url()).pathname);
  await officer.page.getByText(/^首次查阅：\d{4}-\d\d-\d\d \d\d:\d\d$/).waitFor();
  await open(t, path);
  await document(t, DECISION).getByText(say("documents-opened")).waitFor();
  await document(t, ACCEPTANCE).getByText(say("documents-new")).waitFor();
  await opens(t, DECISION);
}

/** The file is made from the same words. */
async function isSaved(t, number) {
  const link = t.page.getByRole("link", { name: say("document-download"), exact: true });
  const file = await t.context.request.get(await link.getAttribute("href"));
  assert.equal(file.status(), 200, "the document as a file");
  assert.equal(file.headers()["content-type"], "application/pdf");
  assert.match(file.headers()["content-disposition"], /^attachment/);
  assert.equal((await file.body()).subarray(0, 5).toString(), "%PDF-");
  await sees(t, number);
}

async function anybodyChecks(t, code) {
  const anybody = await t.visitor();
  await open(anybody, "/verify");
  await fill(anybody, { [say("verify-identifier")]: code.toLowerCase() });
  await press(anybody, say("verify-button"));
  await sees(anybody, say("verify-document-known"));
  assert.equal(await fact(anybody, say("verify-document-kind")), DECISION);
  assert.equal(await fact(anybody, say("verify-document-state")), say("verify-document-served"));
  assert.equal(await anybody.page.getByText(REASON).count(), 0, "a passer-by does not read the document");
  await anybody.shot("verify-document");
  const other = code.replace(/[A-Z2-9]$/, (last) => (last === "A" ? "B" : "A"));
  await open(anybody, `/verify?id=${other}`, 404);
  await sees(anybody, say("verify-unknown"));
}

async function isNobodyElses(t, path) {
  const other = await t.visitor();
  await signIn(other, "bao.wulan");
  await open(other, path, 404);
  const file = await other.context.request.get(`${path}/document.pdf`);
  assert.equal(file.status(), 404);
}

async function acceptanceIsThereToo(t, { number, path }) {
  await open(t, path);
  await opens(t, ACCEPTANCE);
  await standsAt(t, ACCEPTANCE);
  await sees(t, number);
  await t.shot("acceptance");
  await go(t, say("document-case"));
  await document(t, ACCEPTANCE).getByText(say("documents-opened")).waitFor();
}

/** The line of a document in the list of a case. */
function document(visitor, title) {
  const link = visitor.page.getByRole("link", { name: new RegExp(`^${title}`) });
  return visitor.page.locator("dl > div").filter({ has: link });
}

const opens = (visitor, title) =>
  follow(visitor, () => visitor.hands.press(document(visitor, title).getByRole("link")));
