import assert from "node:assert/strict";

import { signInAtDesk } from "../support/people.mjs";
import {
  choose, field, fill, follow, go, open, press, problems, sees, standsAt,
} from "../support/steps.mjs";
import { say } from "../support/words.mjs";

export const name = "site";

const ABOUT = ["privacy", "accessibility", "terms", "contact", "sitemap"];

/** What a government site has to say is one step away, and what is wrong with it can be said. */
export async function run(t) {
  await readsAboutTheSite(t);
  await losesTheWay(t);
  const report = await reports(t);
  await isAnswered(t, report);
}

async function readsAboutTheSite(t) {
  await open(t, "/");
  for (const page of ABOUT) {
    await go(t, say(`about-${page}-title`));
    await standsAt(t, say(`about-${page}-title`));
    await t.shot(`about-${page}`);
  }
  for (const path of ["/robots.txt", "/sitemap.xml", "/opensearch.xml", "/manifest.webmanifest"]) {
    const answer = await t.context.request.get(path);
    assert.equal(answer.status(), 200, path);
  }
}

async function losesTheWay(t) {
  await open(t, "/items/NOT-THERE", 404);
  await t.shot("not-found");
  await go(t, say("failure-report"));
  const page = await field(t, say("report-page")).inputValue();
  assert.equal(page, `${t.portal.url}/items/NOT-THERE`, "the page that is meant is filled in");
}

async function reports(t) {
  await press(t, say("report-button"), 422);
  assert.deepEqual(await problems(t), [
    say("report-problem-kind-missing"),
    say("report-problem-what-missing"),
  ]);
  await t.shot("report-problems");
  const contact = `reader.${t.id}@example.com`;
  const what = `第三行有一个错别字（${t.id}）。`;
  await choose(t, { [say("report-kind")]: say("report-kind-wording") });
  await fill(t, { [say("report-what")]: what, [say("report-contact")]: contact });
  await press(t, say("report-button"));
  await standsAt(t, say("report-received"));
  const number = await t.page.locator(".panel .number").innerText();
  assert.ok(!t.page.url().includes(number), "the number stands in no address");
  await t.shot("report-received");
  return { number, what, contact };
}

async function isAnswered(t, { number, what, contact }) {
  const officer = await t.visitor();
  await signInAtDesk(officer, "administrator");
  await go(officer, say("nav-site-reports"));
  await sees(officer, what, contact);
  await officer.shot("desk-site-reports");
  const sheet = officer.page.getByRole("region", { name: number });
  await officer.hands.type(sheet.getByRole("textbox"), "已经改正。");
  const done = sheet.getByRole("button", { name: say("site-reports-done") });
  await follow(officer, () => officer.hands.press(done));
  await open(officer, "/desk/site-reports?tab=answered");
  await sees(officer, what, "已经改正。");
  const mail = await t.mail.last({ to: contact });
  assert.equal(mail.subject, say("report-mail-reader-subject", { number }));
  assert.ok(mail.text.includes("已经改正。"), mail.text);
}
