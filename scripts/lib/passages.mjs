// @ts-check
// The parts of a file that people read: comments, messages and test titles of code, the prose of Markdown.

/** @typedef {{ text: string, line: number }} Passage `line` is that of its first character, from 1. */

const comments = /\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/[^\n]*/g;

/** The first argument of functions whose strings users and contributors read. */
const strings =
  /\b(?:msg|l10n\.t|it|test|describe|each\([^;]*?\))\(\s*(?:'((?:\\.|[^'\\\n])*)'|"((?:\\.|[^"\\\n])*)")/g;

/** @param {string} file @param {string} text @returns {Passage[]} */
export function passages(file, text) {
  if (file.endsWith('.md')) return [{ text: withoutCode(text), line: 1 }];
  if (file.endsWith('.json')) return [{ text, line: 1 }];
  const patterns = file.endsWith('.css') ? [comments] : [comments, strings];
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((found) => ({
      text: found[1] ?? found[2] ?? found[0],
      line: lineOf(text, found.index),
    })),
  );
}

/** Fenced code keeps its line breaks. @param {string} markdown */
function withoutCode(markdown) {
  return markdown.replace(/```[\s\S]*?```/g, (code) => code.replace(/[^\n]/g, ''));
}

/** @param {string} text @param {number} offset */
function lineOf(text, offset) {
  return text.slice(0, offset).split('\n').length;
}
