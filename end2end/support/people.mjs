// The people of the demonstration city, and people who are new to it.

import { fill, open, press } from "./steps.mjs";
import { say } from "./words.mjs";

const PASSWORD = "Tongban-demo-2026";

/** What a citizen of the demonstration city types: `citizen("lin.yinuo")`. */
export function citizen(name) {
  return { login: `${name}@example.com`, password: PASSWORD };
}

/** Fills in the sign-in page and goes on; the page that comes next is returned. */
export async function signInHere(visitor, { login, password }) {
  await fill(visitor, { [say("sign-in-login")]: login, [say("account-password")]: password });
  return press(visitor, say("sign-in"));
}

/** A citizen of the demonstration city signs in and stands before the own cases. */
export async function signIn(visitor, name) {
  await open(visitor, "/sign-in");
  return signInHere(visitor, citizen(name));
}

/** An officer signs in and stands before the inbox: `signInAtDesk(t, "police.handler")`. */
export async function signInAtDesk(visitor, name) {
  await open(visitor, "/desk/sign-in");
  await fill(visitor, {
    [say("desk-sign-in-login")]: `${name}@desk.example.com`,
    [say("desk-sign-in-password")]: PASSWORD,
  });
  return press(visitor, say("desk-sign-in-button"));
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = "10X98765432";

/** An identity number that nobody has: of the demonstration city's region, with a right check digit. */
export function freshResidentId() {
  const day = String(Math.floor(Math.random() * 28) + 1).padStart(2, "0");
  const month = String(Math.floor(Math.random() * 12) + 1).padStart(2, "0");
  const year = 1950 + Math.floor(Math.random() * 50);
  const sequence = String(Math.floor(Math.random() * 1000)).padStart(3, "0");
  const body = `990102${year}${month}${day}${sequence}`;
  const sum = [...body].reduce((sum, digit, at) => sum + Number(digit) * WEIGHTS[at], 0);
  return body + CHECK[sum % 11];
}
