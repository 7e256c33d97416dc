/** What the rows of a step with the user's results share: its parts, its inputs, names of arrays and cells. */
import { msg, type Message } from '../../message';
import type { Box, Frame, Line, MapView, Span, StageItem, StageRow } from '../../step/Frame';
import { element, line, number, say, text } from '../../step/shared/words/spans';
import { map, mapsOf } from '../../step/shared/stage';
import type { TracedWindow } from '../trace/TracedRun';
import type { ComparedArray, Comparison } from './Comparison';
import { filterPlane, resultMaps, type CompareView } from './planes';

export interface ComparisonScene {
  readonly comparison: Comparison;
  /** The layer's own frame of the step. */
  readonly base: Frame;
  readonly view: Exclude<CompareView, 'layer'>;
  /** The visible input channel. */
  readonly channel: number;
  /** The user's window. */
  readonly own: TracedWindow | undefined;
}

/** The maps that the step reads, with the user's window on the first. */
export function inputMaps({ base, own, comparison }: ComparisonScene): StageItem[] {
  const { inputs, geometry } = comparison.loop;
  const { rows, cols } = geometry;
  const padded = own && { ...own, row: own.row + rows.padBefore, col: own.col + cols.padBefore };
  return mapsNamed(base, inputs).map((view, k) =>
    map(k === 0 && padded ? { ...view, boxes: [...view.boxes, boxOf(padded, 'yours')] } : view),
  );
}

/** Maps of a frame in the order of `ids`. */
export function mapsNamed({ stage }: Frame, ids: readonly string[]): MapView[] {
  const maps = mapsOf(stage);
  return ids.flatMap((wanted) => maps.find(({ id }) => id === wanted) ?? []);
}

export function nameOf({ title, name }: ComparedArray): string {
  return title ?? name;
}

/** `Z[0, 1, 2, 3]`, with the user's own indices; a number without axes has its name only. */
export function elementSpan(array: ComparedArray, index: readonly number[]): Span {
  const own = array.ownIndex?.(index) ?? index;
  return own.length === 0 ? text(nameOf(array)) : element(nameOf(array), ...own);
}

export function boxOf({ row, col, rows, cols }: TracedWindow, style: Box['style']): Box {
  return { row, col, rows, cols, style };
}

/** `yours 4.36 from rows 0–2, columns 1–3 of a_prev_pad`. */
export function valueLine(who: Message, value: number | undefined, origin: Message | undefined): Line {
  const shown = value === undefined ? say(msg('no value')) : number(value, 'result');
  return line(say(who, 'plain'), text(' '), shown, ...(origin ? [text(' '), say(origin)] : []));
}

/** Rows and columns of an array; of the padded array where there is padding. */
export function tracedPlace({ geometry }: Comparison, name: string, { row, col, rows, cols }: TracedWindow): Message {
  const top = row + geometry.rows.padBefore;
  const left = col + geometry.cols.padBefore;
  if (rows === 1 && cols === 1) return msg('row {0}, column {1} of {2}', top, left, name);
  return msg('rows {0}–{1}, columns {2}–{3} of {4}', top, top + rows - 1, left, left + cols - 1, name);
}

/** In one line each: how many values of an array differ, or that a gradient without maps agrees. `withMain`: so does the main array. */
export function otherLines({ comparison }: ComparisonScene, withMain = false): Line[] {
  const { arrays, loop } = comparison;
  return arrays.flatMap((array) => {
    const { name, differing, total } = array;
    if (name === loop.main && !withMain) return [];
    if (name !== 'dW' && name !== loop.main) return differing > 0 ? [line(differingSpan(array))] : [];
    return agreesBesideOthers(array, comparison)
      ? [line(say(msg('{0}: {1|the value agrees|all {1} values agree}', nameOf(array), total)))]
      : [];
  });
}

function differingSpan(array: ComparedArray): Span {
  return say(msg('{0}: {1} of {2} value{2||s} differ{1|s|}', nameOf(array), array.differing, array.total), 'strong');
}

/** Maps of what is right would take the space of the code that is wrong. */
function agreesBesideOthers({ differing }: ComparedArray, comparison: Comparison): boolean {
  return differing === 0 && comparison.differing > 0;
}

/** The filter's gradient; empty where it is not compared, or agrees next to results that differ. `shown`: as it is drawn; `now`: the layer's at this step. */
export function filterRows(
  { comparison, base, channel, view }: ComparisonScene,
  shown: (array: ComparedArray) => ComparedArray = (array) => array,
  now?: Float64Array,
): StageRow[] {
  const filters = comparison.arrays.find(({ name }) => name === 'dW');
  if (!filters || agreesBesideOthers(filters, comparison)) return [];
  const { c } = base.position;
  return [
    {
      id: 'yours-filter',
      title: [element(nameOf(filters), '…', channel, c)],
      aside: filters.differing > 0 ? [differingSpan(filters)] : [],
      items: resultMaps('dW', shown(filters), filterPlane(channel, c), view, { own: [], layer: [] }, now),
      lines: [],
    },
  ];
}
