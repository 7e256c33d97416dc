/** Logs and lists of several layers with arrays of their own: each part begins with the name of its layer. */
import { layerCalls } from '../calls/layerCalls';
import { APPLIES, CONVOLVES, headsIn } from './layerHeads';
import { ofOneTest } from './oneTest';
import { isText } from './pieces';
import { blanked, ofOneExercise } from './sections';
import { tablesIn } from './tables';

/** The test, or the exercise and the layer of it, that the cursor means. */
export function ofOnePart(text: string, languageId: string | undefined, cursor: number | undefined): string {
  return ofOneLayer(ofOneExercise(ofOneTest(text, languageId, cursor), languageId, cursor), languageId, cursor);
}

/**
 * The text with blanks for all parts but the one at the cursor (without a cursor the first of a convolution or pooling), where at
 * least two layers have arrays of their own.
 */
function ofOneLayer(text: string, languageId: string | undefined, cursor: number | undefined): string {
  if (!isText(languageId) || layerCalls(text).length > 0) return text;
  const heads = headsIn(text);
  const [first] = heads;
  if (!first || heads.length < 2 || tablesIn(text.slice(0, first.start)) > 0) return text;
  const parts = heads.map(({ name, start }, index) => ({
    name,
    range: [start, heads[index + 1]?.start ?? text.length] as const,
  }));
  const withTables = parts.filter(({ range }) => tablesIn(text.slice(...range)) > 0);
  const whole = withTables.filter(({ name, range }) => !CONVOLVES.test(name) || tablesIn(text.slice(...range)) > 1);
  if (whole.length < 2) return text;
  const at =
    cursor === undefined
      ? (whole.find(({ name }) => APPLIES.test(name)) ?? whole[0])
      : withTables.find(({ range: [start, end] }) => start <= cursor && cursor < end);
  if (!at) return text;
  const [start, end] = at.range;
  const above = text.slice(0, first.start);
  const before = OPTIONS.test(above) ? above : blanked(above);
  return before + blanked(text.slice(first.start, start)) + labelled(text.slice(start, end)) + blanked(text.slice(end));
}

/** The words above all parts are about each of them. */
const OPTIONS = /strid|padd?(?:ing)?\b/i;

/** Labels of arrays as assignments: `in  [[1, 2]`, `conv2.weight [[1, 0]`, `conv2 -> [[6, 8]`. */
function labelled(part: string): string {
  return part.replace(LABEL, (_, label: string, blanks: string) =>
    `${NAMES[label] ?? label}=`.padEnd(label.length + blanks.length),
  );
}

const NAMES: Readonly<Record<string, string>> = { in: 'x', '<-': 'x', '->': 'out', '=>': 'out' };
const LABEL =
  /(?<=^[ \t]*(?:\w+(?:[./]|[ \t]+))*)(in(?:put)?|x|w(?:eights?)?|kernel|filter|b(?:ias)?|out(?:put)?|y|z|<-|->|=>)([ \t]+|[ \t]*[:=][ \t]*)(?=(?:(?:np\.|torch\.)?(?:tensor|array)\()?\[)/gim;
