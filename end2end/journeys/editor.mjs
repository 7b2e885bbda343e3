import assert from "node:assert/strict";

import { signIn, signInAtDesk } from "../support/people.mjs";
import { HOUSEHOLD_PAGE } from "../support/samples.mjs";
import { start, submit } from "../support/services.mjs";
import { choose, field, fill, follow, go, open, press, sees, standsAt, tick } from "../support/steps.mjs";
import { say } from "../support/words.mjs";

export const name = "editor";

const PHONE = { width: 360, height: 780 };
const NAME = "小区停车证办理";
const FOR_CHILD = "您是替家人办理吗？";
const OWNER = "车主姓名";
const FAMILY = "一起住的人";
const PERSON = "姓名";

/** Officers make a new service without touching a file, and a citizen completes it on a phone. */
export async function run(t) {
  const code = `PARKING-${t.id}`.toUpperCase();
  const writer = await t.visitor();
  await signInAtDesk(writer, "medical.handler");
  const draft = await beginsAService(writer, code);
  await writesTheGuide(writer, draft);
  await asksFirst(writer, draft);
  await asksInRows(writer, draft);
  await offersScenarios(writer, draft);
  await isRefusedUntilSound(writer, draft);
  await anotherOnePublishes(t, writer, draft, code);
  await leavesAndComesAsAList(writer);
  await leavesAndComesAsAFile(writer, code);
  await isGivenUp(writer, code);
  await aCitizenApplies(t, code);
}

async function beginsAService(writer, code) {
  await go(writer, say("nav-desk-services"));
  await go(writer, say("editor-new"));
  await press(writer, say("editor-begin"), 422);
  await fill(writer, { [zh("editor-name")]: NAME, [en("editor-name")]: "Parking permit", [say("editor-code")]: code });
  await press(writer, say("editor-begin"));
  await standsAt(writer, NAME);
  await writer.shot("editor-draft");
  return new URL(writer.page.url()).pathname;
}

const zh = (key) => say("editor-in-zh", { label: say(key) });
const en = (key) => say("editor-in-en", { label: say(key) });

/** The input of this name; labels of the entries of a list repeat themselves. */
const named = (writer, name) => writer.page.locator(`[name="${name}"]`);

/** Types into inputs by their names, both languages of a text at once. */
async function write(writer, values) {
  for (const [name, value] of Object.entries(values)) {
    if (Array.isArray(value)) {
      await writer.hands.type(named(writer, `${name}/zh`), value[0]);
      await writer.hands.type(named(writer, `${name}/en`), value[1]);
    } else {
      await writer.hands.type(named(writer, name), value);
    }
  }
}

const button = (writer, value) => writer.page.locator(`button[name=":go"][value="${value}"]`).first();

async function presses(writer, value, status = 200) {
  return follow(writer, () => writer.hands.press(button(writer, value)), status);
}

const save = (writer, status = 200) => presses(writer, "save", status);
const add = (writer, list) => presses(writer, `add:${list}`);

async function writesTheGuide(writer, draft) {
  await open(writer, `${draft}/edit/basics`);
  await tick(writer, say("editor-audiences"), say("audience-person"));
  await tick(writer, say("editor-topics"), say("topic-transport"));
  await save(writer);

  await open(writer, `${draft}/edit/guide`);
  await add(writer, "legal_basis");
  await write(writer, {
    summary: ["住在本小区的居民，可以办理停车证。", "Residents of the estate can get a parking permit."],
    "promised/number": "五",
    consult_phone: "099-55500301",
    complaint_phone: "099-55500302",
    "legal_basis/0/law": "通和市停车管理办法",
  });
  await save(writer, 422);
  await sees(writer, say("editor-problem-number"));
  assert.equal(await named(writer, "summary/zh").inputValue(), "住在本小区的居民，可以办理停车证。", "nothing typed is lost");
  await write(writer, { "promised/number": "5" });
  await save(writer);

  await open(writer, `${draft}/edit/places`);
  await tick(writer, say("editor-channels"), say("channel-web"));
  await save(writer);

  await open(writer, `${draft}/edit/materials`);
  await add(writer, "materials");
  await add(writer, "materials");
  await write(writer, {
    "materials/0/name": ["行驶证", "Vehicle licence"],
    "materials/1/name": ["家人的委托书", "Letter of the family"],
  });
  await save(writer);
}

async function kind(writer, name) {
  await writer.hands.pick(named(writer, "kind/type"), say(`editor-kind-${name}`));
  await presses(writer, "stay");
}

async function when(writer, name, question, answer) {
  const disclosure = writer.page.locator("details").filter({ has: named(writer, `${name}:1:of`) }).first();
  if ((await disclosure.getAttribute("open")) === null) {
    await writer.hands.press(disclosure.locator("summary").first());
  }
  await writer.hands.tick(writer.page.locator(`[name="${name}:say"][value="all"]`));
  await writer.hands.pick(named(writer, `${name}:1:of`), question);
  await writer.hands.type(named(writer, `${name}:1:value`), answer);
}

async function asksFirst(writer, draft) {
  await open(writer, `${draft}/edit/form`);
  await add(writer, "steps");
  await standsAt(writer, say("editor-part-page"));
  await write(writer, { title: ["先问一下", "First of all"] });
  await tick(writer, say("editor-page-early"), say("yes"));
  await add(writer, "sections/0/fields");
  await write(writer, { label: [FOR_CHILD, "Do you apply for somebody of your family?"] });
  await kind(writer, "yes_no");
  await save(writer);
  await standsAt(writer, "先问一下");
  await writer.shot("editor-page");

  await open(writer, `${draft}/edit/materials`);
  await when(writer, "materials/1/when", FOR_CHILD, say("yes"));
  await save(writer);
  await open(writer, `${draft}/edit/materials`);
  const cel = await named(writer, "materials/1/when:cel").inputValue();
  assert.equal(cel, "question_1", "the sentence has become an expression");
  await writer.shot("editor-materials");
}

async function asksInRows(writer, draft) {
  await open(writer, `${draft}/edit/form`);
  await add(writer, "steps");
  await write(writer, { title: ["车辆和家人", "Vehicle and family"] });
  await add(writer, "sections/0/fields");
  await write(writer, { label: [OWNER, "Owner of the vehicle"] });
  await save(writer);
  await add(writer, "sections/0/fields");
  await write(writer, { label: [FAMILY, "Who lives with you"] });
  await kind(writer, "group");
  await write(writer, { "kind/row": ["家人", "person"] });
  await add(writer, "kind/fields");
  await write(writer, { label: [PERSON, "Name"] });
  await save(writer);
  await standsAt(writer, FAMILY);
  await when(writer, "when", FOR_CHILD, say("yes"));
  await save(writer);
  await add(writer, "materials");
  await add(writer, "materials");
  await when(writer, "materials/1/when", FOR_CHILD, say("yes"));
  await save(writer);
  await standsAt(writer, say("editor-part-form"));
}

async function offersScenarios(writer, draft) {
  await open(writer, `${draft}/edit/choice`);
  await add(writer, "scenarios");
  await add(writer, "scenarios");
  await write(writer, {
    "scenarios/0/name": ["替家人办理", "For the family"],
    "scenarios/1/name": ["自己办理", "For oneself"],
  });
  await when(writer, "scenarios/0/when", FOR_CHILD, say("yes"));
  await save(writer);
}

async function isRefusedUntilSound(writer, draft) {
  await sees(writer, say("editor-no-problems"));
  await open(writer, `${draft}/edit/fees`);
  await add(writer, "fees");
  await write(writer, { "fees/0/name": ["工本费", "Charge"], "fees/0/amount": "10 元" });
  await save(writer);
  await openAction(writer, "submit");
  await press(writer, say("editor-action-submit"), 422);
  await sees(writer, say("editor-unsound"));
  await go(writer, say("defect-fee-without-basis", { at: "工本费" }));
  await write(writer, { "fees/0/basis": "通价〔2026〕1 号" });
  await save(writer);
  await go(writer, say("editor-preview"));
  await standsAt(writer, NAME);
  await sees(writer, "家人的委托书", "通价〔2026〕1 号");
  await go(writer, say("editor-see-elder"));
  await writer.shot("editor-preview-elder");
  await open(writer, `${draft}/preview?mode=standard`);
  await open(writer, draft);
}

async function openAction(officer, key) {
  const summary = officer.page.locator("summary").getByText(say(`editor-action-${key}`), { exact: true });
  const details = officer.page.locator("details").filter({ has: summary });
  if ((await details.getAttribute("open")) === null) await officer.hands.press(summary);
}

async function anotherOnePublishes(t, writer, draft, code) {
  await openAction(writer, "submit");
  await press(writer, say("editor-action-submit"));
  await sees(writer, say("draft-state-in_review"));
  assert.equal(await writer.page.getByText(say("editor-action-approve"), { exact: true }).count(), 0);

  const stranger = await t.visitor();
  await signInAtDesk(stranger, "hrss.reviewer");
  await open(stranger, draft, 404);

  const reviewer = await t.visitor();
  await signInAtDesk(reviewer, "medical.reviewer");
  await open(reviewer, draft);
  await openAction(reviewer, "approve");
  await press(reviewer, say("editor-action-approve"));
  await sees(reviewer, say("draft-state-published"));
  await go(reviewer, say("editor-version-n", { n: 1 }));
  await standsAt(reviewer, NAME);
  await reviewer.shot("editor-item");
  await open(writer, `/items/${code}`);
}

/** The list as a workbook says nothing new when it is looked into. */
async function leavesAndComesAsAList(writer) {
  const book = await writer.context.request.get("/desk/services/export/services.xlsx");
  assert.equal(book.status(), 200);
  await open(writer, "/desk/services/exchange");
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const file = { name: "事项清单.xlsx", mimeType, buffer: await book.body() };
  await writer.hands.hand(field(writer, say("editor-import-file")), file);
  await press(writer, say("editor-import-look"));
  await sees(writer, say("editor-import-preview"));
  assert.equal(await writer.page.locator('button[value="take"]').count(), 0, "nothing changes");
}

/** A page asks first; afterwards the working copy is over. */
async function isGivenUp(writer, code) {
  const draft = writer.page.locator("tr").filter({ hasText: code }).getByRole("link");
  await follow(writer, () => writer.hands.press(draft.first()));
  await go(writer, say("editor-discard-ask"));
  await standsAt(writer, say("editor-discard-page", { item: NAME }));
  await writer.shot("editor-discard");
  await press(writer, say("editor-action-discard"));
  await sees(writer, say("draft-state-discarded"), say("editor-done-discard"));
}

/** What was exported says the same when it is looked into; changed, it becomes a working copy. */
async function leavesAndComesAsAFile(writer, code) {
  const answer = await writer.context.request.get(`/desk/services/export/${code}.json`);
  assert.equal(answer.status(), 200);
  const json = await answer.text();
  const looks = async (text) => {
    const file = { name: "事项.json", mimeType: "application/json", buffer: Buffer.from(text) };
    await writer.hands.hand(field(writer, say("editor-import-file")), file);
    await press(writer, say("editor-import-look"));
  };
  await open(writer, "/desk/services/exchange");
  await looks(json);
  await sees(writer, say("editor-fate-same"));
  await looks(json.replace("住在本小区的居民", "本小区的住户"));
  await sees(writer, say("editor-fate-differs", { n: 1 }));
  await writer.shot("editor-exchange");
  await press(writer, say("editor-import-take", { n: 1 }));
  await sees(writer, NAME);
}

async function aCitizenApplies(t, code) {
  const citizen = await t.visitor({ viewport: PHONE });
  await signIn(citizen, t.oneOf("ye.qingmo", "lin.yinuo", "sun.keyuan"));
  await start(citizen, code);
  await standsAt(citizen, "先问一下");
  await choose(citizen, { [FOR_CHILD]: say("yes") });
  await press(citizen, say("step-next"));
  await standsAt(citizen, "车辆和家人");
  await fill(citizen, { [OWNER]: "林一诺" });
  const another = citizen.page.locator('button[value="add-row:question_3"]');
  await follow(citizen, () => citizen.hands.press(another));
  await citizen.hands.type(named(citizen, "question_3.1.question_4"), "林小满");
  await citizen.hands.hand(field(citizen, "行驶证"), HOUSEHOLD_PAGE);
  await citizen.hands.hand(field(citizen, "家人的委托书"), HOUSEHOLD_PAGE);
  await citizen.shot("editor-citizen-step");
  await press(citizen, say("step-next"));
  await sees(citizen, "林小满", "林一诺");
  const { number } = await submit(citizen);
  assert.match(number, /^\d{20}[0-9A-Z]$/);
}
