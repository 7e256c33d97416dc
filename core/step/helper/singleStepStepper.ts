/** conv_single_step: one window of a convolution. Arrays and cells are named without the axes that the helper does not have. */
import { omit } from '../../omit';
import type { CellAddress, Explanation, Frame, Line, MapView, Span, StageItem, StageRow } from '../Frame';
import type { ConvLayer } from '../Layer';
import { array, operation } from '../shared/words/header';
import { listings } from '../shared/listings/listings';
import { equation, identifier, indexed, math, operator, sums } from '../shared/words/mathml';
import { line, text } from '../shared/words/spans';
import { mapsOf } from '../shared/stage';
import type { CodeListing, Granularity, Stepper } from '../Stepper';

const granularities: readonly Granularity[] = ['product', 'channel', 'window'];

/** 0-based lines of the listing: the products, the sum, the bias. */
const lines = { products: 0, sum: 1, bias: 2 };

export function singleStepStepper(stepper: Stepper, layer: ConvLayer): Stepper {
  const names = namesIn(stepper);
  const shorten = (span: Span): Span => shortened(span, names);
  return {
    ...stepper,
    sentence: [
      ...operation('conv_single_step'),
      ...array(names.x, layer.x.shape.slice(1)),
      text(' ⊙ '),
      ...array(names.w, layer.w.shape.slice(0, 3)),
      text(` + ${names.b} → `, 'dim'),
      text(names.z, 'strong'),
    ],
    size: [line(text(`${names.z} = Σ ${names.x} ⊙ ${names.w} + ${names.b}`, 'dim'))],
    listings: listingsOf(names),
    timeline: (granularity) => ({ ...stepper.timeline(granularity), granularities }),
    frame: (t, view) => shortFrame(stepper.frame(t, view), view.granularity, shorten),
    explain: (cell, t, view) => shortExplanation(stepper.explain(cell, t, view), shorten),
    montage: () => undefined,
  };
}

interface HelperNames {
  readonly x: string;
  readonly w: string;
  readonly b: string;
  readonly z: string;
}

function namesIn(stepper: Stepper): HelperNames {
  const maps = mapsOf(stepper.frame(0, { channel: 0, filter: 0, granularity: 'window' }).stage);
  const titleOf = (id: string): string => maps.find((map) => map.id === id)?.title ?? id;
  return { x: titleOf('x'), w: titleOf('w'), z: titleOf('z'), b: 'b' };
}

function listingsOf({ x, w, b, z }: HelperNames): readonly CodeListing[] {
  const product = `${indexed(x, 'k', 'l', 'q')}${operator('·')}${indexed(w, 'k', 'l', 'q')}`;
  return listings({
    loop: [`s = ${x} * ${w}`, `${z} = np.sum(s)`, `${z} = ${z} + float(${b})`].join('\n'),
    numpy: `${z} = np.sum(${x} * ${w}) + float(${b})`,
    formula: math(equation(identifier(z), `${sums('k', 'l', 'q')}${product}${operator('+')}${identifier(b)}`)),
  });
}

function shortFrame(frame: Frame, granularity: Granularity, shorten: (span: Span) => Span): Frame {
  const stage = frame.stage.map((row) => shortRow(row, shorten));
  const value = frame.announcement.spans.find(({ kind }) => kind === 'number');
  const at = granularity === 'product' ? lines.products : granularity === 'channel' ? lines.sum : lines.bias;
  const variables = value && at === lines.bias ? [{ line: at, spans: [value] }] : [];
  return {
    ...frame,
    stage,
    code: { line: at, variables },
    announcement: shortLine(frame.announcement, shorten),
  };
}

function shortRow(row: StageRow, shorten: (span: Span) => Span): StageRow {
  return {
    ...row,
    aside: [],
    items: row.items.map((item) => shortItem(item, shorten)),
    lines: row.lines.map((each) => shortLine(each, shorten)),
  };
}

function shortItem(item: StageItem, shorten: (span: Span) => Span): StageItem {
  if (item.kind === 'map') return { kind: 'map', map: shortMap(item.map) };
  if (item.kind !== 'ladder') return item;
  const { total } = item.ladder;
  return { kind: 'ladder', ladder: { ...item.ladder, total: { ...total, label: total.label.map(shorten) } } };
}

/** The map without indices of the example and the filter; the value of Z has no index at all. */
function shortMap(view: MapView): MapView {
  const { index, address, ...map } = omit(view, 'growing');
  if (map.id === 'z') return map;
  return {
    ...map,
    ...(index !== undefined && {
      index: index.replace(/^\[0, /, '[').replace(/, 0\]$/, map.id === 'w' ? ']' : ', 0]'),
    }),
    ...(address && { address: shortAddress(address) }),
  };
}

/** The flat indices stay: the axes that are left out have one element. */
function shortAddress(address: CellAddress): CellAddress {
  const { role, shape } = address;
  return { ...address, shape: role === 'x' ? shape.slice(1) : role === 'w' ? shape.slice(0, 3) : shape };
}

function shortExplanation(
  explanation: Explanation | undefined,
  shorten: (span: Span) => Span,
): Explanation | undefined {
  if (!explanation) return undefined;
  const { title, lines: all } = explanation;
  return { ...explanation, title: shortLine(title, shorten), lines: all.map((each) => shortLine(each, shorten)) };
}

function shortLine({ spans }: Line, shorten: (span: Span) => Span): Line {
  return { spans: spans.map(shorten) };
}

/** `Z[0, 0, 0, 0]` is Z, `a_slice_prev[0, 1, 2, 0]` is `a_slice_prev[1, 2, 0]`, `W[1, 2, 0, 0]` is `W[1, 2, 0]`. */
function shortened(span: Span, names: HelperNames): Span {
  switch (span.kind) {
    case 'text':
      return { ...span, text: shortText(span.text, names) };
    case 'term':
      return { ...span, spans: span.spans.map((each) => shortened(each, names)) };
    case 'fold':
      return { ...span, spans: span.spans.map((each) => shortened(each, names)) };
    default:
      return span;
  }
}

function shortText(value: string, { x, w, z }: HelperNames): string {
  return value
    .replaceAll(`${z}[0, 0, 0, 0]`, z)
    .replaceAll(`${x}[0, `, `${x}[`)
    .replace(new RegExp(`(^|[^\\w])(${escaped(w)}\\[\\d+, \\d+, \\d+), 0\\]`, 'g'), '$1$2]');
}

function escaped(name: string): string {
  return name.replace(/[^\w]/g, '\\$&');
}
