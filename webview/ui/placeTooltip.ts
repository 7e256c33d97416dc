/** Where a tooltip is shown: below or above its map, else its cell, and never over the cell or over what explains the cell. */

/** In CSS pixels of the window. */
export interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const distance = 5;
const margin = 4;

/**
 * Top left corner; undefined where no place is free. `map`: what the tooltip covers only where nothing else is free. The map's
 * title and its buttons are above it.
 */
export function placeTooltip(
  { width, height }: Size,
  window: Size,
  cell: Edges,
  map: Edges = cell,
  explanation?: Edges,
): { readonly left: number; readonly top: number } | undefined {
  const centre = (cell.left + cell.right - width) / 2;
  const left = Math.max(margin, Math.min(window.width - width - margin, centre));
  const tops = [map, cell].flatMap((each) => [each.bottom + distance, each.top - height - distance]);
  const top = tops.find((each) => {
    const tooltip = { left, top: each, right: left + width, bottom: each + height };
    const isInside = each >= margin && tooltip.bottom <= window.height - margin;
    return isInside && !overlap(tooltip, cell) && !(explanation && overlap(tooltip, explanation));
  });
  return top === undefined ? undefined : { left, top };
}

function overlap(first: Edges, second: Edges): boolean {
  const isApart = first.right <= second.left || second.right <= first.left;
  return !isApart && first.top < second.bottom && second.top < first.bottom;
}
