// Runs in the browser: languages that nobody speaks. What breaks in them breaks in a real one as well.

/** Every text with accents and two fifths longer, which is what a translation of Chinese easily is. */
export function lengthen() {
  const accents = { a: "á", e: "ë", i: "ï", o: "ö", u: "ü", A: "Å", E: "É", I: "Ï", O: "Ø", U: "Ü" };
  const stretch = (text) => {
    const spoken = text.replace(/[^\p{L}]/gu, "").length;
    if (spoken === 0) return text;
    const accented = text.replace(/[aeiou]/gi, (letter) => accents[letter]);
    const more = accented.trim().slice(0, Math.ceil(accented.trim().length * 0.4));
    const isSpaced = /[a-z]/i.test(text);
    return `${accented.trimEnd()}${isSpaced ? " " : ""}${more}${/\s$/.test(text) ? " " : ""}`;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  for (const node of nodes) {
    if (node.parentElement.closest("script, style, svg, .number")) continue;
    if (node.data.trim()) node.data = stretch(node.data);
  }
}

/** The page as readers of Arabic or Hebrew would have it laid out. */
export function mirror(direction) {
  document.documentElement.dir = direction;
}

/** The spacing that a reader may ask for (WCAG 1.4.12); `on` puts it on or takes it off. */
export function space(on) {
  if (!on) {
    document.adoptedStyleSheets = [];
    return;
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }
  `);
  document.adoptedStyleSheets = [sheet];
}
