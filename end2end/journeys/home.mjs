import assert from "node:assert/strict";

export const name = "home";

/** The portal answers, in Chinese and in English, and everybody can read it. */
export async function run(t) {
  const answer = await t.goto("/");
  assert.equal(answer.status(), 200);
  assert.equal(await t.page.getAttribute("html", "lang"), "zh-Hans");
  await t.page.locator("h1").waitFor();
  await t.axe();
  await t.shot("home");
  await t.picture("home");

  const foreigner = await t.visitor({ locale: "en-GB" });
  await foreigner.goto("/");
  assert.equal(await foreigner.page.getAttribute("html", "lang"), "en");
  await foreigner.axe();
  await foreigner.shot("home-en");

  const answerOfGallery = await t.goto("/dev/gallery");
  assert.equal(answerOfGallery.status(), 200);
  await t.axe();
  await t.shot("gallery");
}
