// SPDX-License-Identifier: GPL-3.0-or-later
// judge-markdown.mjs FILE…: every file as the renderers below make HTML of it, as one JSON object
// of file, renderer and HTML. All of GitHub's additions are on, and what turns addresses to links.

import { readFileSync } from 'node:fs';
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';

const renderers = {
  marked: (text) => marked.parse(text, { gfm: true }),
  'marked, strict': (text) => marked.parse(text, { gfm: false }),
  'markdown-it': (text) => new MarkdownIt({ linkify: true }).render(text),
  'markdown-it, CommonMark': (text) => new MarkdownIt('commonmark').render(text),
};

const made = {};
for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, 'utf-8');
  made[file] = Object.fromEntries(Object.entries(renderers).map(([name, render]) => [name, render(text)]));
}
console.log(JSON.stringify(made));
