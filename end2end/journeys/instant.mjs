import assert from "node:assert/strict";

import { citizen, signIn } from "../support/people.mjs";
import { awaitCertificate, fileCareElsewhere, openCertificate } from "../support/services.mjs";
import { go, open, sees } from "../support/steps.mjs";
import { say } from "../support/words.mjs";

export const name = "instant";

const CERTIFICATE = "异地就医备案凭证";

/** A case that the rules decide alone is decided with its submission, and nobody has to wait. */
export async function run(t) {
  const who = "chen.yuehua";
  const [before] = t.mail.names().slice(-1);
  await signIn(t, who);
  const { number, path } = await fileCareElsewhere(t);
  await sees(t, say("receipt-approved"), number);
  await t.shot("receipt-instant");
  await go(t, say("receipt-follow"));
  await sees(t, say("case-event-decide_by_rule"));

  await awaitCertificate(t, path);
  await openCertificate(t, CERTIFICATE);
  const mail = await t.mail.last({ to: citizen(who).login, subject: number, after: before });
  assert.ok(mail.text.includes(number));
  await isDecidedOnlyByRegisters(t);
}

/** Without insurance in the city's registers the rules alone decide nothing: an officer has to look. */
async function isDecidedOnlyByRegisters(t) {
  const elsewhere = await t.visitor();
  await signIn(elsewhere, "luo.zhibai");
  const { path } = await fileCareElsewhere(elsewhere);
  await sees(elsewhere, say("receipt-submitted"));
  await open(elsewhere, path);
  await sees(elsewhere, say("case-state-submitted"));
}
