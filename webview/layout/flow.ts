/** Two ways to arrange the stage's items: in rows that wrap, or the first map at the left and the others beside it. */
import type { StageMetrics } from './fitStage';

export interface Placed {
  readonly group: number;
  readonly index: number;
  readonly kind: 'map' | 'glyph';
  readonly cell: number;
  readonly width: number;
  readonly height: number;
}

export interface Stack {
  readonly kind: 'stack';
  readonly shelves: readonly Shelf[];
  readonly width: number;
  readonly height: number;
}

/** One row, from left to right. */
export interface Shelf {
  readonly entries: readonly (Placed | Stack)[];
  readonly width: number;
  readonly height: number;
}

export interface Flow {
  readonly shelves: readonly Shelf[];
  readonly width: number;
  readonly height: number;
}

/** Groups stay in one row where they fit into one; a row breaks before a glyph or a map without one. */
export function flowPlain(groups: readonly (readonly Placed[])[], width: number, metrics: StageMetrics): Flow {
  const shelves: Shelf[] = [];
  let entries: Placed[] = [];
  let used = 0;
  const close = (): void => {
    if (entries.length > 0) shelves.push(shelfOf(entries, used));
    entries = [];
    used = 0;
  };
  for (const group of groups) {
    const segments = segmentsOf(group);
    const whole = segments.reduce(
      (sum, segment) => sum + widthOf(segment, metrics),
      metrics.gap * (segments.length - 1),
    );
    if (used > 0 && used + metrics.groupGap + whole > width) close();
    segments.forEach((segment, index) => {
      const segmentWidth = widthOf(segment, metrics);
      const gap = used === 0 ? 0 : index === 0 ? metrics.groupGap : metrics.gap;
      if (used > 0 && used + gap + segmentWidth > width) close();
      used += (used === 0 ? 0 : gap) + segmentWidth;
      entries.push(...segment);
    });
  }
  close();
  return flowOf(shelves, metrics);
}

/** The first map at the left, everything else in rows at its right. */
export function flowStacked(
  groups: readonly (readonly Placed[])[],
  width: number,
  metrics: StageMetrics,
): Flow | undefined {
  const first = groups[0]?.[0];
  if (first?.kind !== 'map') return undefined;
  const rest = [groups[0]!.slice(1), ...groups.slice(1)].filter((group) => group.length > 0);
  const flow = flowPlain(rest, width - first.width - metrics.gap, metrics);
  if (flow.shelves.length < 2) return undefined;
  const stack: Stack = { kind: 'stack', ...flow };
  const shelf = {
    entries: [first, stack],
    width: first.width + metrics.gap + flow.width,
    height: Math.max(first.height, flow.height),
  };
  return flowOf([shelf], metrics);
}

/** A glyph goes with the map after it. */
function segmentsOf(group: readonly Placed[]): Placed[][] {
  const segments: Placed[][] = [];
  let glyphs: Placed[] = [];
  for (const item of group) {
    if (item.kind === 'glyph') {
      glyphs.push(item);
      continue;
    }
    segments.push([...glyphs, item]);
    glyphs = [];
  }
  if (glyphs.length > 0) segments.push(glyphs);
  return segments;
}

function widthOf(segment: readonly Placed[], { gap }: StageMetrics): number {
  return segment.reduce((sum, item) => sum + item.width, gap * (segment.length - 1));
}

function shelfOf(entries: readonly Placed[], width: number): Shelf {
  return { entries, width, height: Math.max(...entries.map(({ height }) => height)) };
}

function flowOf(shelves: readonly Shelf[], { rowGap }: StageMetrics): Flow {
  return {
    shelves,
    width: Math.max(0, ...shelves.map(({ width }) => width)),
    height: shelves.reduce((sum, { height }) => sum + height, rowGap * Math.max(0, shelves.length - 1)),
  };
}
