/**
 * A scene: arrays, a layer, a step and a view with notes, as a `*.layerlens.json` file. `schemas/scene.schema.json` describes
 * the same format for VS Code's editor. A version is never changed once it is released; a test keeps one file of each.
 */
import * as v from 'valibot';

/** The version that is written. Version 2 added questions and highlighted cells to notes. */
export const sceneVersion = 2;

/** Versions that are read. */
export const sceneVersions = [1, 2] as const;

/** File names end with this. */
export const sceneExtension = '.layerlens.json';

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** One text for every language, or one per language by its VS Code locale; `en` is used where there is no other. */
export const localized = v.union([v.string(), v.record(v.string(), v.string())]);

const cell = v.strictObject({ map: v.string(), row: whole, col: whole });

/** JSON has no numbers for these three. */
const value = v.union([v.number(), v.picklist(['NaN', 'Infinity', '-Infinity'])]);

const array = v.strictObject({
  name: v.optional(v.string()),
  shape: v.array(whole),
  /** In C order. */
  values: v.array(value),
  dtype: v.optional(v.string()),
  /** Whether the numbers are float32. */
  single: v.optional(v.boolean()),
  notation: v.optional(v.picklist(['numpy', 'pytorch', 'tensorflow'])),
});

const piece = v.strictObject({ offset: v.optional(whole), text: v.string() });

const code = v.strictObject({
  /** VS Code's language identifier. */
  language: v.string(),
  text: v.optional(v.string()),
  /** Selected pieces of a longer text at their offsets, instead of `text`. */
  pieces: v.optional(v.array(piece)),
  /** Text around the pieces that defines names they use. */
  context: v.optional(v.array(piece)),
});

/** A teacher's question: with `options` one of them is chosen, with `value` a number is typed. */
const question = v.strictObject({
  prompt: localized,
  options: v.optional(v.pipe(v.array(localized), v.minLength(2), v.maxLength(8))),
  /** Index of the right option. */
  answer: v.optional(whole),
  /** The right number; a typed one is right where it equals this one, rounded to the typed decimals. */
  value: v.optional(v.number()),
  /** Shown with the answer. */
  why: v.optional(localized),
});

/** Cells of a map that are outlined. */
const region = v.strictObject({
  map: v.string(),
  row: whole,
  col: whole,
  rows: v.optional(whole),
  cols: v.optional(whole),
});

export const noteEntries = {
  /** The step at which the note appears; it stays until the next note. */
  step: whole,
  /** Markdown: paragraphs, `code`, **strong** and *emphasis*. */
  text: localized,
  /** The answer of the step is covered until it is given or revealed. */
  cover: v.optional(v.boolean()),
  question: v.optional(question),
  highlight: v.optional(v.pipe(v.array(region), v.maxLength(20))),
};

export const note = v.strictObject(noteEntries);

const granularity = v.picklist(['product', 'channel', 'window', 'filter', 'row', 'example']);

const view = v.strictObject({
  granularity: v.optional(granularity),
  channel: v.optional(whole),
  filter: v.optional(whole),
  matrix: v.optional(v.boolean()),
});

export const sceneEntries = {
  $schema: v.optional(v.string()),
  version: v.picklist(sceneVersions),
  title: localized,
  text: v.optional(localized),
  /** Where the gallery lists it. */
  topic: v.optional(v.picklist(['forward', 'pooling', 'backward', 'mistake'])),
  /** Id of the map that the gallery shows; default: the input. */
  picture: v.optional(v.string()),
  code: v.optional(code),
  arrays: v.optional(v.array(array)),
  show: v.optional(v.picklist(['conv', 'pool', 'any', 'inspect'])),
  /** Fields of the panel as they would be typed: `{ "stride": "2", "pad": "1" }`. */
  options: v.optional(v.record(v.string(), v.string())),
  view: v.optional(view),
  step: v.optional(whole),
  /** The pinned cell. */
  pin: v.optional(cell),
  notes: v.optional(v.array(note)),
};

export const sceneSchema = v.strictObject(sceneEntries);

export type Scene = v.InferOutput<typeof sceneSchema>;
export type SceneArray = v.InferOutput<typeof array>;
export type SceneNote = v.InferOutput<typeof note>;
export type SceneQuestion = v.InferOutput<typeof question>;
export type SceneRegion = v.InferOutput<typeof region>;
export type Localized = v.InferOutput<typeof localized>;

/** The text for a VS Code locale: its own, that of the language without region, English, or whichever there is. */
export function localizedText(text: Localized, locale: string): string {
  if (typeof text === 'string') return text;
  const wanted = locale.toLowerCase();
  return text[wanted] ?? text[wanted.split('-')[0]!] ?? text['en'] ?? Object.values(text)[0] ?? '';
}
