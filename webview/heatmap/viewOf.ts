/** The view of a map that its canvas and its marks draw, from the preferences and from what is marked in it. Pure. */
import { colorMapFor } from '../../core/color/colorMaps';
import type { MapView, Scale } from '../../core/step/Frame';
import type { HeatmapView } from './paint/HeatmapView';
import type { Appearance, Cell, CellRange, Marks } from './MapEvents';

export interface DrawnMap {
  readonly map: MapView;
  readonly appearance: Appearance;
  readonly scale: Scale;
}

export function viewOf(
  { map, appearance, scale }: DrawnMap,
  { pinned, cursor, boxes }: Marks,
  selected: CellRange | undefined,
  focus: Cell | undefined,
): HeatmapView {
  const { theme, precision, colorMap, showResult, large = false } = appearance;
  return {
    map,
    scale,
    colors: colorMapFor(colorMap, scale.kind, theme.dark),
    theme,
    precision,
    showsResult: showResult,
    large,
    extraBoxes: boxes,
    ...(selected && { selected }),
    ...(focus && { focus }),
    ...(pinned && { pinned }),
    ...(cursor && { cursor }),
  };
}
