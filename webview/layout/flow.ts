/** Ways to arrange the stage's items: rows that wrap, the first map beside all others, a column for each group. */
import type { StageMetrics } from './fitStage';

export interface Placed {
  readonly group: number;
  readonly index: number;
  readonly kind: 'map' | 'glyph';
  readonly cell: number;
  readonly width: number;
  /** Below this the title, the colour bar or the notes would be cut. */
  readonly leastWidth: number;
  /** Without the title's second line. */
  readonly height: number;
  readonly titleIsBroken: boolean;
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
  /** All its titles take two lines, so that the cells stay level. */
  readonly hasTallTitles: boolean;
}

export interface Flow {
  readonly shelves: readonly Shelf[];
  readonly width: number;
  readonly height: number;
}

/** Groups stay in one row where they fit into one; a row breaks before a glyph with the maps after it. */
export function flowPlain(groups: readonly (readonly Placed[])[], width: number, metrics: StageMetrics): Flow {
  const shelves: Shelf[] = [];
  let entries: Placed[] = [];
  let used = 0;
  const close = (): void => {
    if (entries.length > 0) shelves.push(shelfOf(entries, used, metrics));
    entries = [];
    used = 0;
  };
  for (const group of groups) {
    const segments = segmentsOf(group, width, metrics);
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
  return flowOf([shelfOf([first, stack], first.width + metrics.gap + flow.width, metrics)], metrics);
}

/** Parts of the width that the first of two columns may take. */
const shares = [0.5, 0.44, 0.56, 0.38, 0.62];

/** Each group in a column of its own: two equations side by side, each with its small maps above or below its large one. */
export function* flowColumns(
  groups: readonly (readonly Placed[])[],
  width: number,
  metrics: StageMetrics,
): Generator<Flow> {
  if (groups.length !== 2) return;
  const room = width - metrics.groupGap;
  for (const share of shares) {
    const columns = [share, 1 - share].map((part, index): Stack => {
      const column = flowPlain([groups[index]!], room * part, metrics);
      return { kind: 'stack', ...column, width: Math.max(column.width, Math.floor(room * part)) };
    });
    const total = columns.reduce((sum, column) => sum + column.width, metrics.groupGap);
    yield flowOf([shelfOf(columns, total, metrics)], metrics);
  }
}

/** A glyph goes with the map after it, and maps without a glyph between them stay together where there is room. */
function segmentsOf(group: readonly Placed[], width: number, metrics: StageMetrics): Placed[][] {
  const segments: Placed[][] = [];
  let glyphs: Placed[] = [];
  for (const item of group) {
    if (item.kind === 'glyph') {
      glyphs.push(item);
      continue;
    }
    const last = segments.at(-1);
    const segment = [...glyphs, item];
    if (last && glyphs.length === 0 && widthOf([...last, item], metrics) <= width) last.push(item);
    else segments.push(segment);
    glyphs = [];
  }
  if (glyphs.length > 0) segments.push(glyphs);
  return segments;
}

function widthOf(segment: readonly Placed[], { gap }: StageMetrics): number {
  return segment.reduce((sum, item) => sum + item.width, gap * (segment.length - 1));
}

function shelfOf(entries: readonly (Placed | Stack)[], width: number, { lineHeight }: StageMetrics): Shelf {
  const hasTallTitles = entries.some((entry) => entry.kind === 'map' && entry.titleIsBroken);
  const title = hasTallTitles ? lineHeight : 0;
  const heights = entries.map(({ kind, height }) => height + (kind === 'map' ? title : 0));
  return { entries, width, height: Math.max(...heights), hasTallTitles };
}

function flowOf(shelves: readonly Shelf[], { rowGap }: StageMetrics): Flow {
  return {
    shelves,
    width: Math.max(0, ...shelves.map(({ width }) => width)),
    height: shelves.reduce((sum, { height }) => sum + height, rowGap * Math.max(0, shelves.length - 1)),
  };
}
