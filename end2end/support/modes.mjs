// How a reader may want pages, by address, and what the page then says of itself on its root element.

import assert from "node:assert/strict";

/** The attributes that carry modes. */
const ATTRIBUTES = ["data-elder", "data-contrast", "data-theme", "data-still", "data-aloud"];

/** Each mode: the words of the address, and the attributes with their values. */
export const MODES = {
  standard: { words: [], root: {} },
  elder: { words: ["elder"], root: { "data-elder": "" } },
  contrast: { words: ["contrast"], root: { "data-contrast": "" } },
  dark: { words: ["dark"], root: { "data-theme": "dark" } },
  "contrast+dark": { words: ["contrast", "dark"], root: { "data-contrast": "", "data-theme": "dark" } },
  still: { words: ["still"], root: { "data-still": "" } },
};

/** The languages, as `lang` names them. */
export const LANGUAGES = ["zh-Hans", "zh-Hant", "en"];

/** The address of a page in a mode and a language. */
export function address(path, mode, language) {
  const query = ["standard", ...MODES[mode].words].map((word) => `mode=${word}`);
  return `${path}${path.includes("?") ? "&" : "?"}${query.join("&")}&lang=${language}`;
}

/** The page is in the mode and the language that were asked for. */
export async function assertShown(page, mode, language) {
  const root = await page.evaluate(
    (names) => {
      const element = document.documentElement;
      const kept = names.filter((name) => element.hasAttribute(name));
      return {
        language: element.lang,
        attributes: Object.fromEntries(kept.map((name) => [name, element.getAttribute(name)])),
        isPaper: document.body.classList.contains("print"),
      };
    },
    ATTRIBUTES,
  );
  assert.equal(root.language, language, "the language that was asked for");
  // A sheet of paper looks the same for everybody.
  const wanted = root.isPaper ? {} : MODES[mode].root;
  assert.deepEqual(root.attributes, wanted, `the root element in the mode ${mode}`);
}
