/** What a map's menu gives its commands, as the panel states it in `data-vscode-context`. */
import * as v from 'valibot';
import type { CellRange } from '../../core/inspect/copyCells';

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const mapContext = v.object({ layerLensMap: v.string() });
const cellsContext = v.object({ layerLensCells: v.object({ row: whole, col: whole, rows: whole, cols: whole }) });

/** The map whose menu was used; undefined for a command of the palette. */
export function contextMap(context: unknown): string | undefined {
  return v.is(mapContext, context) ? context.layerLensMap : undefined;
}

/** The cells of the map that are selected. */
export function contextCells(context: unknown): CellRange | undefined {
  return v.is(cellsContext, context) ? context.layerLensCells : undefined;
}
