/** What is kept over a reload of the window, for `memento`: the kinds of sources, the choices and the scene. */
import * as v from 'valibot';
import { mostParts } from '../../core/lesson/Lesson';
import type { OptionsInWords } from '../../core/read/documents/stated/statedOptions';

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const numbers = v.pipe(v.array(whole), v.readonly());

/** At what of the text the panel was opened. */
const aim = {
  line: v.optional(v.pipe(v.tuple([v.number(), v.number()]), v.readonly())),
  callee: v.optional(v.string()),
  test: v.optional(v.object({ name: v.string(), start: v.number() })),
  definedBelow: v.optional(v.pipe(v.array(v.string()), v.readonly())),
  around: v.optional(v.object({ before: v.string(), after: v.string() })),
};

/** Every option: one that is missing here would be lost. */
const stated = {
  stride: numbers,
  pad: v.pipe(v.array(v.union([v.number(), v.literal('same')])), v.readonly()),
  dilation: v.optional(numbers),
  paddingMode: v.optional(v.picklist(['circular', 'reflect', 'replicate'])),
  ceilMode: v.optional(v.literal(true)),
  countIncludePad: v.optional(v.literal(false)),
  unsized: v.optional(v.literal(true)),
  padValue: v.optional(v.number()),
  sided: v.optional(v.literal(true)),
  padded: v.optional(v.literal(true)),
  factor: v.optional(v.string()),
  added: v.optional(v.number()),
  namesBias: v.optional(v.literal(true)),
  bias: v.optional(v.literal(true)),
  turned: v.optional(v.literal(true)),
  full: v.optional(v.literal(true)),
  pool: v.optional(
    v.object({
      modes: v.pipe(v.array(v.picklist(['max', 'average'])), v.readonly()),
      window: v.optional(v.pipe(v.tuple([whole, whole]), v.readonly())),
      global: v.optional(v.literal(true)),
      convolves: v.boolean(),
      isMeant: v.optional(v.literal(true)),
    }),
  ),
} satisfies Record<keyof OptionsInWords, unknown>;

const textSource = v.object({
  ...aim,
  kind: v.literal('text'),
  name: v.string(),
  languageId: v.optional(v.string()),
  uri: v.optional(v.string()),
  segments: v.array(v.object({ offset: whole, text: v.string() })),
  surroundings: v.optional(v.array(v.object({ offset: v.optional(whole), text: v.string() }))),
  printed: v.optional(v.array(v.object({ offset: whole, text: v.string() }))),
  stated: v.optional(v.object(stated)),
});

/** Too large to be kept: read again from the document. */
const documentSource = v.object({
  ...aim,
  kind: v.literal('document'),
  name: v.string(),
  uri: v.string(),
  languageId: v.optional(v.string()),
  ranges: v.array(v.tuple([whole, whole])),
  surroundings: v.optional(v.array(v.tuple([whole, whole]))),
});

const arraySource = v.object({
  kind: v.literal('arrays'),
  name: v.string(),
  uri: v.optional(v.string()),
  arrays: v.array(
    v.object({
      name: v.optional(v.string()),
      dtype: v.optional(v.string()),
      notation: v.optional(v.picklist(['numpy', 'pytorch', 'tensorflow'])),
      single: v.boolean(),
      shape: v.array(whole),
      numbers: v.string(),
    }),
  ),
});

const filesSource = v.object({
  kind: v.literal('files'),
  name: v.string(),
  uris: v.array(v.string()),
  beside: v.optional(textSource),
});

/** A check of code: its run is not kept. */
const checkSource = v.object({
  kind: v.literal('check'),
  name: v.string(),
  uri: v.string(),
  /** Name of the function; absent in mementos of earlier versions. */
  function: v.optional(v.string()),
});

/** Too large, without a place to read it from again. */
const lostSource = v.object({ kind: v.literal('lost'), name: v.string() });

export const keptSource = v.variant('kind', [
  textSource,
  documentSource,
  arraySource,
  filesSource,
  checkSource,
  lostSource,
]);

const granularity = v.picklist(['product', 'channel', 'window', 'filter', 'row', 'example']);

const answers = v.record(v.string(), v.picklist(['missed', 'right', 'late']));

export const memento = v.object({
  version: v.literal(1),
  source: keptSource,
  purpose: v.picklist(['conv', 'pool', 'any', 'inspect']),
  choices: v.record(v.string(), v.string()),
  channel: whole,
  filter: whole,
  matrix: v.optional(v.boolean()),
  picture: v.optional(v.boolean()),
  granularity,
  t: whole,
  /** The user's results that the layer is compared with. */
  result: v.optional(keptSource),
  /** Where a scene is shown: its texts in the display language. */
  scene: v.optional(
    v.object({
      title: v.string(),
      text: v.optional(v.string()),
      /** The step size that the notes' steps count. */
      granularity,
      notes: v.array(
        v.object({
          step: whole,
          text: v.string(),
          cover: v.optional(v.boolean()),
          question: v.optional(
            v.object({
              prompt: v.string(),
              options: v.optional(v.array(v.string())),
              answer: v.optional(whole),
              value: v.optional(v.number()),
              why: v.optional(v.string()),
            }),
          ),
          highlight: v.optional(
            v.array(
              v.object({ map: v.string(), row: whole, col: whole, rows: v.optional(whole), cols: v.optional(whole) }),
            ),
          ),
        }),
      ),
      /** By the keys of `scene/answers`. */
      answers: v.optional(answers),
      pin: v.optional(v.object({ map: v.string(), row: whole, col: whole })),
    }),
  ),
  /** While a lesson is played, whose present part is the scene. */
  lesson: v.optional(
    v.object({
      uri: v.string(),
      title: v.string(),
      part: whole,
      parts: v.pipe(
        v.array(v.object({ title: v.string(), questions: whole, answers: v.optional(answers) })),
        v.maxLength(mostParts),
      ),
    }),
  ),
});
