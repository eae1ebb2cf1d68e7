/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader of a page would trip over, by kind: text that is wider than the page, that is cut or
 * covered, and text that stands out too little. Evaluated in the page; an object of lists. */
(() => {
  const found = {wide: [], cut: [], close: [], covered: [], pale: []};
  const say = (kind, element, what) => found[kind].push(
    `<${element.localName}> “${element.textContent.trim().slice(0, 40)}”: ${what}`);
  const numbers = colour => colour.match(/[\d.]+/g).map(Number);
  const linear = value => value <= 0.04045 * 255 ? value / 255 / 12.92
                                                 : ((value / 255 + 0.055) / 1.055) ** 2.4;
  /* Of WCAG 2. */
  const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  const contrast = (a, b) => {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (light + 0.05) / (dark + 0.05);
  };
  /* All colours that may be behind an element: those of a gradient, and its ground. */
  const grounds = element => {
    for (let at = element; at !== null; at = at.parentElement) {
      const style = getComputedStyle(at);
      const picture = style.backgroundImage.match(/rgba?\([^)]*\)/g);
      const ground = numbers(style.backgroundColor);
      if (picture !== null)
        return picture.map(numbers);
      if (ground[3] === undefined || ground[3] === 1)
        return [ground];
      if (ground[3] > 0)
        return [];
    }
    return [];
  };
  const scrolls = element => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
  const clips = element => ['hidden', 'clip'].includes(getComputedStyle(element).overflowX);
  const lines = [];

  if (document.scrollingElement.scrollWidth > innerWidth)
    found.wide.push(`the page is ${document.scrollingElement.scrollWidth} wide, not ${innerWidth}`);

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, element = node.parentElement;
    if (node.data.trim() === '' || ['script', 'style'].includes(element.localName))
      continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(box => box.width > 0);
    if (boxes.length === 0)
      say('cut', element, 'not shown');
    const colour = numbers(getComputedStyle(element).color);
    const behind = grounds(element);
    if (behind.length === 0)
      say('pale', element, 'on an unknown ground');
    for (const ground of behind)
      if (contrast(colour, ground) < 4.5)
        say('pale', element, `${contrast(colour, ground).toFixed(2)} : 1 on ${ground}`);
    let inside = false;
    for (let at = element; at !== null && !inside; at = at.parentElement) {
      inside = scrolls(at);
      if (!clips(at))
        continue;
      const frame = at.getBoundingClientRect();
      if (boxes.some(box => box.left < frame.left - 1 || box.right > frame.right + 1 ||
                            box.top < frame.top - 1 || box.bottom > frame.bottom + 1))
        say('cut', element, `by <${at.localName}>`);
    }
    if (!inside && boxes.some(box => box.left < -1 || box.right > innerWidth + 1))
      say('cut', element, 'out of the page');
    if (!inside && boxes.some(box => box.left < 8 || box.right > innerWidth - 8))
      say('close', element, 'at the edge of the page');
    if (!inside)
      boxes.forEach(box => lines.push([box, element]));
  }

  /* Lines of one paragraph touch; those of two never lie over one another. */
  const block = element => {
    while (getComputedStyle(element).display.startsWith('inline'))
      element = element.parentElement;
    return element;
  };
  const covers = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3 &&
                           Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 5;
  const blocks = lines.map(([, element]) => block(element));
  for (let i = 0; i < lines.length; i++)
    for (let j = i + 1; j < lines.length; j++)
      if (blocks[i] !== blocks[j] && covers(lines[i][0], lines[j][0]))
        say('covered', lines[i][1], `by “${lines[j][1].textContent.trim().slice(0, 40)}”`);

  for (const kind of Object.keys(found))
    found[kind] = [...new Set(found[kind])].slice(0, 5);
  return found;
})()
