// Runs in the browser: titles, headings, ids, and which language a text is marked with. See common.mjs
// for what is called here.
/* global describe, isShown, shownTexts */

/** What every document has exactly once. */
export function outline() {
  const found = [];
  // A component in the gallery heads no page.
  const headings = [...document.querySelectorAll("h1")].filter((h1) => !h1.closest(".gallery__example"));
  if (headings.length !== 1) found.push(`${headings.length} headings of the first level`);
  if (document.title.trim() === "") found.push("no title");
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  for (const id of new Set(twice)) found.push(`the id ${id} stands there more than once`);
  return found;
}

/** What stands in another order for the eye or for the Tab key than in the source. */
export function reordered() {
  const found = [];
  for (const element of document.body.querySelectorAll("*")) {
    const { display, flexDirection } = getComputedStyle(element);
    if (element.tabIndex > 0) found.push(`jumps the queue of the Tab key: ${describe(element)}`);
    if (display.includes("flex") && flexDirection.endsWith("-reverse") && isShown(element)) {
      found.push(`is turned round: ${describe(element)}`);
    }
  }
  return found;
}

/** Where the reader can go from the head of the page, and whether the telephone stands in its foot. */
export function frame() {
  const links = [...document.querySelectorAll("header nav a[href]")];
  return {
    surface: document.body.className,
    places: links.map((link) => new URL(link.href).pathname),
    helps: document.querySelector('footer a[href="tel:12345"]') !== null,
  };
}

/**
 * Texts in another language than the one that they are marked with. Names need no mark (WCAG 3.1.2), so
 * a few characters or words are let pass, and so is what is quoted in a sentence.
 */
export function wrongLanguage() {
  const found = new Set();
  for (const { node, element } of shownTexts()) {
    const language = element.closest("[lang]")?.lang ?? "";
    // Marked as being in no language: the source of a mail.
    if (language === "zxx") continue;
    const isChinese = language.startsWith("zh");
    const letters = node.data.match(/\p{L}/gu)?.length ?? 0;
    const characters = node.data.match(/\p{Script=Han}/gu)?.length ?? 0;
    const chinese = characters > 4 && characters * 2 > letters;
    // A code in capitals is no sentence, whatever letters it happens to have.
    const sentence = /[A-Za-z][a-z]+(?:[ ’'-]+[A-Za-z][a-z]+){2,}/.test(node.data);
    if (chinese && !isChinese) found.add(`Chinese, marked as "${language}": ${describe(element)}`);
    if (sentence && !chinese && isChinese) found.add(`English, marked as "${language}": ${describe(element)}`);
  }
  return [...found];
}
