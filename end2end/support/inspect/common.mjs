// Runs in the browser: what the other files of this folder share. Functions here know only each other.

/** A word for an element that a person finds again. */
export function describe(element) {
  const id = element.id ? `#${element.id}` : "";
  const classes = [...element.classList].map((name) => `.${name}`).join("");
  const text = (element.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, 30);
  return `<${element.localName}${id}${classes}> ${text}`.trim();
}

/** Whether somebody can see it: drawn, of some size, and not only there for screen readers. */
export function isShown(element) {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  const { width, height, bottom, right } = element.getBoundingClientRect();
  const isOnPaper = bottom + scrollY > 0 && right + scrollX > 0;
  return width > 0 && height > 0 && isOnPaper && !isForEarsOnly(element);
}

/** Clipped to nothing, which is how a text is hidden from eyes only. */
export function isForEarsOnly(element) {
  for (let it = element; it; it = it.parentElement) {
    if (getComputedStyle(it).clipPath === "inset(50%)") return true;
  }
  return false;
}

/** Every text that somebody can see, with the rectangles of its lines. */
export function shownTexts() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!node.data.trim() || element.closest("svg, script, style, noscript, option")) continue;
    if (!isShown(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    if (lines.length > 0) found.push({ node, element, lines });
  }
  return found;
}

/** What a keyboard or a finger can use. */
export function controls() {
  const selector =
    'a[href], button, input:not([type="hidden"]), select, textarea, summary, [role="button"], [tabindex="0"]';
  return [...document.querySelectorAll(selector)].filter((it) => !it.disabled && !it.closest("[inert]"));
}
