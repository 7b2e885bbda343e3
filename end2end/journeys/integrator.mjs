import assert from "node:assert/strict";

import { signIn } from "../support/people.mjs";
import { UNEMPLOYMENT, registerAsUnemployed } from "../support/services.mjs";

export const name = "integrator";

const NUMBER_OF_NOBODY = "99010020260101999999";

/** A system of another office asks by the API, with a token that the operator hands out. */
export async function run(t) {
  await signIn(t, t.oneOf("zhou.qifan", "sun.keyuan", "luo.zhibai"));
  const { number } = await registerAsUnemployed(t);
  const everything = await addClient(t, "all", "catalogue:read,cases:read");
  const catalogueOnly = await addClient(t, "catalogue", "catalogue:read");
  await readsItems(t, everything);
  await readsACase(t, number, { everything, catalogueOnly });
  await readsTheDescription(t);
}

async function addClient(t, kind, scope) {
  const name = `Journey ${t.id} ${kind}`;
  const printed = await t.portal.run("api-client", "add", "--name", name, "--scope", scope);
  const [token] = printed.split("\n");
  assert.match(token, /^\S{20,}$/);
  return token;
}

/** Asks without the citizen's cookies. */
async function ask(t, path, token) {
  const headers = token ? { authorization: `Bearer ${token}` } : {};
  const answer = await fetch(`${t.portal.url}${path}`, { headers });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

async function readsItems(t, token) {
  const list = await ask(t, "/api/v1/items?q=失业登记", token);
  assert.equal(list.status, 200);
  assert.ok(list.body.items.some((item) => item.code === UNEMPLOYMENT && item.online));
  const all = await ask(t, "/api/v1/items", token);
  assert.ok(all.body.total >= 5 && all.body.items.length <= 50);
  const item = await ask(t, `/api/v1/items/${UNEMPLOYMENT}`, token);
  assert.equal(item.status, 200);
  assert.deepEqual(item.body.guide.promised, { number: 5, unit: "working_days" });
  await isProblem(ask(t, "/api/v1/items/NO-SUCH-ITEM", token), 404);
  await isProblem(ask(t, "/api/v1/items?colour=red", token), 400);
  await isProblem(ask(t, "/api/v1/items"), 401);
}

async function readsACase(t, number, { everything, catalogueOnly }) {
  const path = `/api/v1/cases/${number}`;
  const { status, headers, body } = await ask(t, path, everything);
  assert.equal(status, 200);
  assert.equal(headers.get("cache-control"), "no-store");
  assert.equal(body.number, number);
  assert.equal(body.state, "submitted");
  assert.equal(body.closed, false);
  assert.ok(!JSON.stringify(body).includes("19900000"), "nothing about the person");
  await isProblem(ask(t, path), 401);
  await isProblem(ask(t, path, "wrong"), 401);
  await isProblem(ask(t, path, catalogueOnly), 403);
  await isProblem(ask(t, `/api/v1/cases/${NUMBER_OF_NOBODY}0`, everything), 404);
  await isProblem(ask(t, "/api/v1/cases/nonsense", everything), 404);
  await isProblem(ask(t, "/api/v1/nothing", everything), 404);
}

async function isProblem(asked, status) {
  const { headers, body } = await asked;
  assert.equal(body.status, status, JSON.stringify(body));
  assert.match(headers.get("content-type"), /^application\/problem\+json/);
}

/** The description, and the page that shows it to people, which is made by Swagger UI. */
async function readsTheDescription(t) {
  const { status, body } = await ask(t, "/api/openapi.json");
  assert.equal(status, 200);
  assert.match(body.openapi, /^3\.1\./);
  assert.deepEqual(Object.keys(body.paths).sort(), [
    "/api/v1/cases/{number}",
    "/api/v1/items",
    "/api/v1/items/{code}",
  ]);
  const page = await t.goto("/api/docs/");
  assert.equal(page.status(), 200);
  if (!t.javaScript) return;
  await t.page.getByRole("heading", { name: /^Tongban/ }).waitFor();
  await t.page.getByText("/api/v1/cases/{number}").waitFor();
  await t.shot("api-docs");
}
