// Runs in the browser: titles, headings, ids, and which language a text is marked with. See common.mjs
// for what is called here.
/* global describe, shownTexts */

/** What every document has exactly once. */
export function outline() {
  const found = [];
  const headings = [...document.querySelectorAll("h1")];
  if (headings.length !== 1) found.push(`${headings.length} headings of the first level`);
  if (document.title.trim() === "") found.push("no title");
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  for (const id of new Set(twice)) found.push(`the id ${id} stands there more than once`);
  return found;
}

/**
 * Texts in another language than the one that they are marked with. Names need no mark (WCAG 3.1.2), so
 * a few characters or words are let pass, and so is what is quoted in a sentence.
 */
export function wrongLanguage() {
  const found = new Set();
  for (const { node, element } of shownTexts()) {
    const language = element.closest("[lang]")?.lang ?? "";
    const isChinese = language.startsWith("zh");
    const letters = node.data.match(/\p{L}/gu)?.length ?? 0;
    const characters = node.data.match(/\p{Script=Han}/gu)?.length ?? 0;
    const chinese = characters > 4 && characters * 2 > letters;
    const sentence = /[a-z]{2,}(?:[ ’'-]+[a-z]{2,}){2,}/i.test(node.data);
    if (chinese && !isChinese) found.add(`Chinese, marked as "${language}": ${describe(element)}`);
    if (sentence && !chinese && isChinese) found.add(`English, marked as "${language}": ${describe(element)}`);
  }
  return [...found];
}
