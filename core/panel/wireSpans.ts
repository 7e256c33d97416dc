/**
 * How a step's equation travels: plain texts, numbers, terms and folds without names; a number that is the value of one of its term's cells
 * as the place of that cell, whose map the panel has.
 */
import type { CellRef, Line, MapView, Span } from '../step/Frame';

type Fold = Extract<Span, { readonly kind: 'fold' }>;

/** The spans, and of each cell the map, the row and the column; without maps where they are those of the term before. */
type WireTerm = readonly [spans: readonly WireSpan[], ...refs: (string | number)[]];

export type WireSpan =
  /** A text without tone. */
  | string
  /** A number without tone. */
  | number
  | WireTerm
  /** The value of the term's cell with this index. */
  | readonly [cell: number]
  | { readonly fold: readonly WireSpan[]; readonly summary?: readonly WireSpan[] }
  | Span;

/** The maps that a frame shows, by id. */
export type ShownMaps = ReadonlyMap<string, Pick<MapView, 'cols' | 'values'>>;

export function encodeLines(lines: readonly Line[], maps: ShownMaps): readonly (readonly WireSpan[])[] {
  const encoder = new SpanEncoder(maps);
  return lines.map(({ spans }) => encoder.encode(spans));
}

export function decodeLines(lines: readonly (readonly WireSpan[])[], maps: ShownMaps): readonly Line[] {
  const decoder = new SpanDecoder(maps);
  return lines.map((spans) => ({ spans: decoder.decode(spans) }));
}

class SpanEncoder {
  /** The maps of the last term, as both sides have met it. */
  private latest = '';

  constructor(private readonly maps: ShownMaps) {}

  encode(spans: readonly Span[], cells: readonly CellRef[] = []): readonly WireSpan[] {
    return spans.map((span) => this.encodeSpan(span, cells));
  }

  private encodeSpan(span: Span, cells: readonly CellRef[]): WireSpan {
    switch (span.kind) {
      case 'term':
        return this.encodeTerm(span.cells, span.spans);
      case 'fold':
        return { fold: this.encode(span.spans), ...(span.summary && { summary: this.encode(span.summary) }) };
      case 'text':
        return span.tone === undefined ? span.text : span;
      case 'number': {
        if (span.tone !== undefined || span.integer !== undefined) return span;
        const cell = cells.findIndex((each) => Object.is(valueAt(each, this.maps), span.value));
        return cell < 0 ? span.value : [cell];
      }
      case 'message':
        return span;
    }
  }

  private encodeTerm(cells: readonly CellRef[], spans: readonly Span[]): WireTerm {
    const names = cells.map(({ map }) => map).join();
    const areSame = names === this.latest;
    this.latest = names;
    const refs = cells.flatMap(({ map, row, col }) => (areSame ? [row, col] : [map, row, col]));
    return [this.encode(spans, cells), ...refs];
  }
}

class SpanDecoder {
  private latest: readonly string[] = [];

  constructor(private readonly maps: ShownMaps) {}

  decode(spans: readonly WireSpan[], cells: readonly CellRef[] = []): Span[] {
    return spans.map((span) => this.decodeSpan(span, cells));
  }

  private decodeSpan(span: WireSpan, cells: readonly CellRef[]): Span {
    if (typeof span === 'string') return { kind: 'text', text: span };
    if (typeof span === 'number') return { kind: 'number', value: span };
    if (isTerm(span)) return this.decodeTerm(span);
    if (isCell(span)) return { kind: 'number', value: valueAt(cells[span[0]]!, this.maps)! };
    if ('fold' in span) return this.decodeFold(span);
    return span;
  }

  private decodeFold({ fold, summary }: Extract<WireSpan, { readonly fold: unknown }>): Fold {
    const spans = this.decode(fold);
    return { kind: 'fold', spans, ...(summary && { summary: this.decode(summary) }) };
  }

  private decodeTerm([spans, ...refs]: WireTerm): Span {
    const isNamed = typeof refs[0] === 'string';
    const width = isNamed ? 3 : 2;
    if (isNamed || refs.length === 0) this.latest = refs.filter((each) => typeof each === 'string');
    const cells = this.latest.map((map, k): CellRef => {
      const at = (k + 1) * width;
      return { map, row: Number(refs[at - 2]), col: Number(refs[at - 1]) };
    });
    return { kind: 'term', spans: this.decode(spans, cells), cells };
  }
}

function valueAt({ map, row, col }: CellRef, maps: ShownMaps): number | undefined {
  const shown = maps.get(map);
  return shown?.values[row * shown.cols + col];
}

function isTerm(span: WireSpan): span is WireTerm {
  return Array.isArray(span) && Array.isArray(span[0]);
}

function isCell(span: WireSpan): span is readonly [cell: number] {
  return Array.isArray(span) && typeof span[0] === 'number';
}
