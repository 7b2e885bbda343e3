import assert from "node:assert/strict";

import { citizen, signIn } from "../support/people.mjs";
import { registerAsUnemployed } from "../support/services.mjs";
import { go, open, press, sees, standsAt } from "../support/steps.mjs";
import { say } from "../support/words.mjs";

export const name = "records";

const SERVICE = "失业登记";

/** A citizen sees who has read what, and what the portal has told. */
export async function run(t) {
  const who = t.oneOf("luo.zhibai", "wu.deshan", "ye.qingmo");
  await signIn(t, who);
  const { number, path } = await registerAsUnemployed(t);
  await seesWhatWasRead(t, path);
  await seesWhatWasTold(t, number);
  await withdraws(t, { who, number, path });
}

async function seesWhatWasRead(t, path) {
  await open(t, "/");
  await go(t, say("home-link-access-records"));
  await standsAt(t, say("access-title"));
  const row = t.page.getByRole("row").filter({ has: t.page.locator(`a[href="${path}"]`) });
  const population = row.filter({ hasText: say("register-population") });
  for (const words of ["register-field-name", "register-field-phone", "purpose-prefill"]) {
    await population.getByText(say(words)).first().waitFor();
  }
  await t.shot("access-records");
  const link = population.getByRole("link", { name: SERVICE }).first();
  assert.equal(await link.getAttribute("href"), path);
}

async function seesWhatWasTold(t, number) {
  await go(t, say("nav-notices"));
  await standsAt(t, say("notices-title"));
  const notice = t.page
    .getByRole("listitem")
    .filter({ hasText: number })
    .filter({ hasText: say("notice-submitted") });
  const unread = notice.getByText(say("notices-new"), { exact: true });
  await unread.waitFor();
  await t.shot("notices");
  await open(t, "/notices");
  await unread.waitFor();
  await go(t, say("notice-submitted"));
  await standsAt(t, SERVICE);
  await open(t, "/notices");
  assert.equal(await unread.count(), 0, "opening it reads it");
  await go(t, say("notices-settings"));
  await standsAt(t, say("notice-settings-title"));
  await t.shot("notice-settings");
  await press(t, say("notice-settings-save"));
  await sees(t, say("notice-settings-saved"));
}

async function withdraws(t, { who, number, path }) {
  await open(t, path);
  await go(t, say("case-withdraw"));
  await standsAt(t, say("withdraw-title"));
  await go(t, say("withdraw-keep"));
  await sees(t, say("case-state-submitted"));
  await go(t, say("case-withdraw"));
  await t.shot("withdraw");
  await press(t, say("withdraw-button"));
  await sees(t, say("note-withdrawn"), say("case-state-withdrawn"));
  assert.equal(await t.page.getByRole("link", { name: say("case-withdraw") }).count(), 0);
  const mail = await t.mail.last({ to: citizen(who).login, subject: number });
  assert.equal(mail.subject, say("mail-withdrawn-subject", { number }));
  await go(t, say("nav-notices"));
  await sees(t, say("notice-withdrawn"));
}
