// The portal's own texts, read from locales/*.ftl: journeys name a text by its key, so that a better
// wording breaks none of them and a text that is gone breaks at once.

import { readdirSync, readFileSync } from "node:fs";

const LOCALES = new URL("../../locales/", import.meta.url);
const MESSAGE = /^([a-z][\w-]*) = (.+)$/gm;

/** All texts of a language, of one line each, by key. */
export function read(locale) {
  const folder = new URL(`${locale}/`, LOCALES);
  const messages = new Map();
  for (const file of readdirSync(folder)) {
    const source = readFileSync(new URL(file, folder), "utf8");
    for (const [, key, text] of source.matchAll(MESSAGE)) messages.set(key, text);
  }
  return messages;
}

/** A reader of one language's texts; only those of one line, with plain arguments: `say(key, { n: 3 })`. */
function reader(locale) {
  const messages = read(locale);
  return (key, values = {}) => {
    const text = messages.get(key);
    if (text === undefined) throw new Error(`${locale} has no text "${key}" of one line`);
    return text.replace(/\{ \$(\w+) \}/g, (_, name) => {
      if (!(name in values)) throw new Error(`"${key}" needs $${name}`);
      return values[name];
    });
  };
}

/** What most people read. */
export const say = reader("zh-Hans");

/** What readers of English read. */
export const sayInEnglish = reader("en");
