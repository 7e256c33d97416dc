/** A stage in little height: the equation of a large map and the sum that follows from it become one equation. Pure. */
import type { Ladder, Line, StageItem, StageRow } from '../../core/step/Frame';
import { foldedSum, line, number, text } from '../../core/step/shared/words/spans';
import { readableCell, type RowSize, type StageFit } from '../layout/StageLayout';

/** Addends of a sum that are not collapsed. */
const shownAddends = 4;

/** The stage with less height each: with the result of the sum, whose ladder becomes a line, then without filter and products. */
export function lowerStages([first, sum, ...others]: readonly StageRow[]): readonly (readonly StageRow[])[] {
  if (!first?.items.some(isMagnifier)) return [];
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

/** The stage as it is, or the highest of its lower forms that is in view where the stage is not. */
export function fitForms(
  stage: readonly StageRow[],
  sizesOf: (stage: readonly StageRow[]) => readonly RowSize[],
  fitTo: (sizes: readonly RowSize[]) => StageFit,
): FittedStage {
  const fit = fitTo(sizesOf(stage));
  if (fit.fits) return { fit };
  for (const [form, lower] of lowerStages(stage).entries()) {
    const sizes = sizesOf(lower);
    const each = fitTo(sizes);
    if (isInView(sizes, each)) return { form, fit: each };
  }
  return { fit };
}

/** Whether the whole stage is in view, and its first equation shows a window with numbers. */
function isInView([size]: readonly RowSize[], { fits, rows: [row] }: StageFit): boolean {
  if (!fits || !size || !row) return false;
  const shown = new Set(row.shelves.flat());
  return size.items.some(
    (item, index) =>
      item.kind === 'map' && item.magnifies !== undefined && shown.has(index) && row.items[index]!.cell >= readableCell,
  );
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
