import assert from "node:assert/strict";

import { citizen, signInHere } from "../support/people.mjs";
import { FALSE_PHOTO, PHOTO } from "../support/samples.mjs";
import { field, follow, go, open, press, sees, standsAt } from "../support/steps.mjs";
import { say } from "../support/words.mjs";

export const name = "phone";

const SERVICE = "/items?q=%E7%A4%BE%E4%BC%9A%E4%BF%9D%E9%9A%9C%E5%8D%A1%E7%94%B3%E9%A2%86";
const SLOT = "用卡人照片";
const STEP = "照片和材料";

/** A citizen at a desk hands a slot over to a telephone, which adds a photo and sees nothing else. */
export async function run(t) {
  const who = t.oneOf("luo.zhibai", "wu.deshan", "chen.yuehua");
  await comesToTheSlot(t, who);
  const address = await asksForTheCode(t);
  const phone = await t.visitor({ viewport: { width: 360, height: 780 } });
  await photographs(phone, address);
  await findsThePhoto(t, phone, address);
}

async function comesToTheSlot(t, who) {
  await open(t, SERVICE);
  const service = t.page.getByRole("main").getByRole("link", { name: "社会保障卡申领", exact: true }).first();
  await open(t, await service.getAttribute("href"));
  await press(t, say("apply"));
  await signInHere(t, citizen(who));
  await open(t, new URL(t.page.url()).pathname.replace(/[^/]+$/, "materials"));
  await standsAt(t, STEP);
}

/** Presses the button beside the slot, and reads the address that the code holds. */
async function asksForTheCode(t) {
  const button = t.page.getByRole("button", { name: new RegExp(`^${say("hand-over-begin")}\\s+${SLOT}$`) });
  await follow(t, () => t.hands.press(button));
  await standsAt(t, say("hand-over-title", { name: SLOT }));
  await t.page.getByRole("img", { name: say("hand-over-qr") }).waitFor();
  await sees(t, say("hand-over-warning"));
  await t.shot("hand-over");
  const address = await t.page.getByText(/\/hand-over\/\S+$/).innerText();
  return new URL(address.trim()).pathname;
}

async function photographs(phone, address) {
  await open(phone, address);
  await standsAt(phone, SLOT);
  await phone.hands.hand(field(phone, say("phone-choose")), FALSE_PHOTO);
  await press(phone, say("phone-send"), 422);
  await sees(phone, say("upload-wrong-kind"));
  await phone.hands.hand(field(phone, say("phone-choose")), PHOTO);
  await press(phone, say("phone-send"));
  await sees(phone, say("phone-added"));
  assert.equal(await phone.page.getByText(PHOTO.name).count(), 0, "a telephone that adds sees nothing");
}

async function findsThePhoto(t, phone, address) {
  await go(t, say("hand-over-show"));
  await standsAt(t, STEP);
  await sees(t, PHOTO.name);
  const other = address.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
  await open(phone, other, 404);
}
