/** A stage in little height: the equation of a large map and the sum that follows from it become one equation. Pure. */
import type { Ladder, Line, StageItem, StageRow } from '../../core/step/Frame';
import { foldedSum, line, number, text } from '../../core/step/shared/words/spans';
import { hasReadableMaps, hasReadableWindows, isShownIn } from '../layout/readableWindows';
import { smallestMap } from '../layout/smallestMap';
import { fewCells, readableCell, type RowFit, type RowSize, type StageFit } from '../layout/StageLayout';

/** Addends of a sum that are not collapsed. */
const shownAddends = 4;

/** The stage with less height each. */
export function lowerStages(stage: readonly StageRow[]): readonly (readonly StageRow[])[] {
  const [first, ...others] = stage;
  if (!first) return [];
  if (!first.items.some(isMagnifier)) {
    if (others.length === 0) return withoutSource(first);
    return first.even ? withoutFactors(first, others) : withoutOtherArrays(first, others);
  }
  const lower = withSum(stage);
  return lower.length > 0 ? lower : withWindows(first, others);
}

/** With the result of the sum, whose ladder becomes a line, then without filter and products. */
function withSum([first, sum, ...others]: readonly StageRow[]): readonly (readonly StageRow[])[] {
  if (!first) return [];
  const [ladder, ...result] = sum?.items ?? [];
  if (ladder?.kind === 'ladder') {
    const joined = {
      ...first,
      items: [...first.items, ...result],
      lines: [...first.lines, ...sum!.lines, sumLine(ladder.ladder)],
    };
    return [joined, withoutProducts(joined)].map((row) => [row, ...others]);
  }
  const isSum = first.items.some((item) => item.kind === 'map' && item.map.id === 'products');
  return isSum ? [[withoutProducts(first), ...(sum ? [sum] : []), ...others]] : [];
}

/** Own code's first equation; how many values of the other arrays differ is a line in place of their maps. */
function withoutOtherArrays(first: StageRow, others: readonly StageRow[]): readonly (readonly StageRow[])[] {
  const isComparison = ({ items, lines }: StageRow): boolean => lines.length === 0 && items.some(isCompared);
  if (!others.every(isComparison)) return [];
  const lines = others.flatMap(({ aside }) => (aside.length > 0 ? [line(...aside)] : []));
  return [[{ ...first, lines: [...first.lines, ...lines] }]];
}

/** A product of matrices: of the cell that is computed, its products and their line, then the line alone. */
function withoutFactors(first: StageRow, others: readonly StageRow[]): readonly (readonly StageRow[])[] {
  const products = others.map((row) => ({ ...row, items: row.items.slice(-1) }));
  return [[first, ...products], [{ ...first, lines: others.flatMap(({ lines }) => lines) }]];
}

/** A mask without the map that it is computed from. */
function withoutSource(row: StageRow): readonly (readonly StageRow[])[] {
  const [, , mask] = row.items;
  return mask?.kind === 'map' && mask.map.id === 'mask' ? [[{ ...row, items: row.items.slice(2) }]] : [];
}

/** Gradients: the window in place of the whole input, of which the first equation has the gradient. */
function withWindows(first: StageRow, others: readonly StageRow[]): readonly (readonly StageRow[])[] {
  const windows = others.map(windowOnly);
  return windows.some((row, index) => row !== others[index]) ? [[first, ...windows]] : [];
}

/** Its window, as the equation's title calls it, in place of the first map. */
function windowOnly(row: StageRow): StageRow {
  const [map, window, ...others] = row.items;
  if (map?.kind !== 'map' || window?.kind !== 'map' || window.map.magnifies !== map.map.id) return row;
  const { magnifies: _, index: _index, ...slice } = window.map;
  return { ...row, items: [{ ...window, map: { ...slice, title: 'a_slice' } }, ...others] };
}

/** The input, its window and the result. */
function withoutProducts(row: StageRow): StageRow {
  const { items } = row;
  const glyphs = items.map(({ kind }) => kind === 'glyph');
  return { ...row, items: [...items.slice(0, glyphs.indexOf(true)), ...items.slice(glyphs.lastIndexOf(true))] };
}

export interface FittedStage {
  /** Index of the lower form that is shown; absent: the stage as it is. */
  readonly form?: number;
  readonly fit: StageFit;
}

/** A picture of which nothing can be made out has a longer side of fewer CSS pixels. */
const leastPicture = 72;

/**
 * The stage as it is, or the highest of its lower forms that is in view where the stage is not, or is with cells too small for
 * numbers, or with an equation that is alone and has tiny pictures.
 */
export function fitForms(
  stage: readonly StageRow[],
  sizesOf: (stage: readonly StageRow[]) => readonly RowSize[],
  fitTo: (sizes: readonly RowSize[]) => StageFit,
): FittedStage {
  const whole = sizesOf(stage);
  const fit = fitTo(whole);
  const isTiny = stage.length === 1 && hasTinyPicture(whole[0]!, fit.rows[0]!);
  if (fit.fits && hasReadableMaps(whole, fit) && !isTiny) return { fit };
  for (const [form, lower] of lowerStages(stage).entries()) {
    const sizes = sizesOf(lower);
    const each = fitTo(sizes);
    if (isInView(sizes, each) && (!fit.fits || hasReadableMaps(sizes, each))) return { form, fit: each };
  }
  return { fit };
}

function hasTinyPicture({ items }: RowSize, fit: RowFit): boolean {
  return items.some((item, index) => {
    if (item.kind !== 'map' || !isShownIn(fit, index)) return false;
    const extent = Math.max(item.rows, item.cols);
    return extent > fewCells && extent * fit.items[index]!.cell < leastPicture;
  });
}

/** Whether the whole stage is in view, and its first equation shows a window with numbers, has them in all cells, or is of matrices. */
function isInView(sizes: readonly RowSize[], fit: StageFit): boolean {
  const [[size], [row]] = [sizes, fit.rows];
  if (!fit.fits || !size || !row || !hasReadableWindows(sizes, fit)) return false;
  if (size.even || smallestMap(size, row) >= readableCell) return true;
  const shown = new Set(row.shelves.flat());
  return size.items.some(
    (item, index) =>
      item.kind === 'map' && item.magnifies !== undefined && shown.has(index) && row.items[index]!.cell >= readableCell,
  );
}

function isCompared(item: StageItem): boolean {
  return item.kind === 'map' && item.map.comparedWith !== undefined;
}

function isMagnifier(item: StageItem): boolean {
  return item.kind === 'map' && item.map.magnifies !== undefined;
}

/** `Z[0, 1, 2, 0] = 1.92 + 0.41 + −0.13 = 2.20`, as far as the step has come. */
function sumLine({ rows, total }: Ladder): Line {
  const addends = rows.flatMap(({ sum }) => (sum ? [[number(sum.value)]] : []));
  const value = total.value === undefined ? text('?') : number(total.value, 'result');
  if (addends.length === 0) return line(total.label, text(' = '), value);
  return line(total.label, text(' = '), foldedSum(addends, shownAddends), text(' = '), value);
}
