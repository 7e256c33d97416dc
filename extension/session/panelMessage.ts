/** Checks what arrives from the panel: a message of another form is refused, whatever the panel's script has become. */
import * as v from 'valibot';
import type { PanelMessage } from '../../core/panel/protocol';

const index = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const role = v.picklist(['x', 'w', 'b', 'z', 'dZ', 'dX', 'dW', 'db', 'products', 'mask', 'array']);
const cell = v.object({
  map: v.string(),
  row: v.pipe(v.number(), v.safeInteger()),
  col: v.pipe(v.number(), v.safeInteger()),
});
const shortText = v.pipe(v.string(), v.maxLength(10_000));

const writtenNote = v.object({
  text: shortText,
  cover: v.boolean(),
  question: v.optional(
    v.object({
      prompt: shortText,
      options: v.optional(v.pipe(v.array(shortText), v.minLength(2), v.maxLength(8))),
      answer: v.optional(index),
      value: v.optional(v.number()),
      why: v.optional(shortText),
    }),
  ),
});

const schema = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('restore'), memento: v.unknown() }),
  v.object({ type: v.literal('seek'), generation: index, t: index, number: index }),
  v.object({ type: v.literal('wantFrames'), generation: index, from: index, to: index }),
  v.object({ type: v.literal('setField'), id: shortText, value: shortText, number: index }),
  v.object({
    type: v.literal('setPreferences'),
    preferences: v.partial(
      v.object({
        precision: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8)),
        speed: v.pipe(v.number(), v.minValue(0.05), v.maxValue(1000)),
        colorMap: shortText,
        showPadding: v.boolean(),
        headerFolded: v.boolean(),
        showResult: v.boolean(),
      }),
    ),
  }),
  v.object({ type: v.literal('explain'), generation: index, request: index, cell, t: index }),
  v.object({ type: v.literal('montage'), generation: index, request: index, map: shortText, t: index }),
  v.object({ type: v.literal('revealSource'), role, index }),
  v.object({ type: v.literal('focusElement'), role, index: v.optional(index) }),
  v.object({ type: v.literal('editElement'), role, index, text: shortText }),
  v.object({
    type: v.literal('copyCells'),
    generation: index,
    row: index,
    col: index,
    rows: index,
    cols: index,
    format: v.picklist(['numpy', 'csv', 'json']),
  }),
  v.object({
    type: v.literal('copyMapCells'),
    generation: index,
    map: shortText,
    t: index,
    row: index,
    col: index,
    rows: index,
    cols: index,
    format: v.picklist(['numpy', 'csv', 'json']),
  }),
  v.object({ type: v.literal('quiz'), on: v.boolean() }),
  v.object({
    type: v.literal('answer'),
    generation: index,
    t: index,
    given: v.optional(v.object({ value: v.optional(shortText), cells: v.pipe(v.array(cell), v.maxLength(1000)) })),
  }),
  v.object({ type: v.literal('answerNote'), note: index, given: v.optional(shortText) }),
  v.object({ type: v.literal('editNote'), generation: index, t: index }),
  v.object({ type: v.literal('writeNote'), generation: index, t: index, note: v.optional(writtenNote) }),
  v.object({ type: v.literal('openPart'), part: index }),
  v.object({ type: v.literal('revealError') }),
  v.object({ type: v.literal('checkAction'), action: v.picklist(['showLine', 'apply']), index }),
  v.object({ type: v.literal('endComparison') }),
  v.object({ type: v.literal('errorAction'), action: v.picklist(['retry', 'openWith']) }),
  v.object({ type: v.literal('copy'), text: v.string() }),
  v.object({ type: v.literal('log'), level: v.picklist(['info', 'error']), text: shortText }),
]);

export type CheckedMessage = v.InferOutput<typeof schema>;

/** undefined when it is not a message of the protocol. */
export function readPanelMessage(message: unknown): CheckedMessage | undefined {
  const result = v.safeParse(schema, message);
  return result.success ? result.output : undefined;
}

type None<T extends never> = T;

/** The schema covers the protocol: a message type that is missing here does not compile. @public */
export type Uncovered = None<Exclude<PanelMessage['type'], CheckedMessage['type']>>;
