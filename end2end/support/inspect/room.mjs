// Runs in the browser: does everything have room? See common.mjs for what is called here.
/* global describe, isShown, shownTexts */

/** What makes the page scroll sideways, or scrolls sideways itself. */
export function sideways() {
  const found = [];
  const width = document.documentElement.clientWidth;
  const spilled = Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - width;
  const everything = [...document.body.querySelectorAll("*")].filter(isShown);
  if (spilled > 1) {
    const isOutside = (it) => {
      const { left, right } = it.getBoundingClientRect();
      return right + scrollX > width + 1 || left + scrollX < -1;
    };
    const outside = everything.filter(isOutside);
    const innermost = outside.filter((it) => !outside.some((other) => other !== it && it.contains(other)));
    const culprits = innermost.slice(0, 3).map(describe).join("; ");
    found.push(`the page is ${spilled} px wider than its window: ${culprits}`);
  }
  for (const element of everything) {
    const { overflowX } = getComputedStyle(element);
    if (!["auto", "scroll"].includes(overflowX) || element.matches("input, textarea, select")) continue;
    if (element.scrollWidth > element.clientWidth + 1) found.push(`scrolls sideways: ${describe(element)}`);
  }
  return found;
}

/** Texts of which a part cannot be seen. */
export function clipped() {
  const width = document.documentElement.clientWidth;
  const found = new Set();
  for (const { element, lines } of shownTexts()) {
    // The box of a glyph is higher than what is drawn.
    const slack = parseFloat(getComputedStyle(element).fontSize) * 0.4;
    const isOutside = lines.some(({ left, right }) => right > width + 1 || left < -1);
    if (isOutside) found.add(`leaves the window: ${describe(element)}`);
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box);
      const { left, right, top, bottom } = box.getBoundingClientRect();
      const cuts = (value) => value === "hidden" || value === "clip";
      const isCut = lines.some(
        (line) =>
          (cuts(overflowX) && (line.left < left - 2 || line.right > right + 2)) ||
          (cuts(overflowY) && (line.top < top - slack || line.bottom > bottom + slack)),
      );
      if (isCut) found.add(`cut off: ${describe(element)}`);
    }
  }
  for (const field of document.querySelectorAll("input, select, button")) {
    if (!isShown(field) || field.matches('[type="file"], [type="radio"], [type="checkbox"]')) continue;
    if (field.scrollHeight > field.clientHeight + 3) found.add(`too low for its text: ${describe(field)}`);
  }
  return [...found];
}

/** What stays where it is while the page is scrolled, so that nothing below it is lost. */
export function isPinned(element) {
  for (let it = element; it; it = it.parentElement) {
    if (["fixed", "sticky"].includes(getComputedStyle(it).position)) return true;
  }
  return false;
}

/** Texts that are drawn over each other. */
export function overlapping() {
  const lines = shownTexts().flatMap(({ element, node, lines: boxes }) => {
    const pinned = isPinned(element);
    return boxes.map((box) => ({ element, node, box, pinned }));
  });
  lines.sort((a, b) => a.box.top - b.box.top);
  const found = new Set();
  for (const [at, a] of lines.entries()) {
    for (let next = at + 1; next < lines.length && lines[next].box.top < a.box.bottom; next += 1) {
      const b = lines[next];
      if (a.node === b.node || a.pinned !== b.pinned) continue;
      const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      if (across > 2 && down > 0.4 * Math.min(a.box.height, b.box.height)) {
        found.add(`drawn over each other: ${describe(a.element)} / ${describe(b.element)}`);
      }
    }
  }
  return [...found];
}
