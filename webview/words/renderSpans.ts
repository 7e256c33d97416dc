/** Turns spans into elements: numbers at the chosen precision with the exact value on hover, terms, folds. */
import type { CellRef, Span, Tone } from '../../core/step/Frame';
import { msg } from '../../core/message';
import { summaryOf } from '../../core/step/shared/words/spans';
import { exactNumber, formatNumber } from '../format';
import { t } from '../l10n';
import { el } from '../ui/el';

export interface SpanContext {
  readonly precision: number;
  /** Called for every term that is drawn. */
  readonly onTerm?: (element: HTMLElement, cells: readonly CellRef[]) => void;
  readonly onCopy?: (text: string) => void;
  /** Folds that the user has opened, by their order; they stay open over steps. */
  readonly folds?: { isOpen(order: number): boolean; toggle(order: number): void };
}

/** A counter of folds within one text. */
interface Order {
  fold: number;
}

export function renderSpans(spans: readonly Span[], context: SpanContext, order: Order = { fold: 0 }): Node[] {
  const nodes = spans.map((span) => renderSpan(span, context, order));
  return resultsBesideTerms(spans, nodes);
}

/** A result stays on the line of the text before its equals sign, unless that is long. */
function resultsBesideTerms(spans: readonly Span[], nodes: readonly Node[]): Node[] {
  const joined: Node[] = [];
  for (let index = 0; index < spans.length; index++) {
    const [, equals, result] = spans.slice(index, index + 3);
    const isResult = equals?.kind === 'text' && /^\s*\)?\s*=\s*$/.test(equals.text) && result?.kind === 'number';
    const length = nodes[index]!.textContent?.length ?? 0;
    if (isResult && spans[index]!.kind !== 'message' && length <= longestBeforeResult) {
      joined.push(el('span', { class: 'steady' }, ...nodes.slice(index, index + 3)));
      index += 2;
    } else joined.push(nodes[index]!);
  }
  return joined;
}

const longestBeforeResult = 26;

function renderSpan(span: Span, context: SpanContext, order: Order): Node {
  switch (span.kind) {
    case 'text':
      return toned(span.text, span.tone, true);
    case 'message':
      return toned(t(span.message), span.tone);
    case 'number':
      return renderNumber(span.value, span.integer ?? false, span.tone, context);
    case 'term': {
      const element = el('span', { class: 'term' }, ...renderSpans(span.spans, context, order));
      context.onTerm?.(element, span.cells);
      return element;
    }
    case 'fold':
      return renderFold(span, context, order);
  }
}

function renderNumber(value: number, integer: boolean, tone: Tone | undefined, context: SpanContext): HTMLElement {
  const shown =
    integer && Number.isInteger(value) ? formatNumber(value, 0, true) : formatNumber(value, context.precision);
  const exact = exactNumber(value);
  const title = context.onCopy && !integer ? t(msg('{0} (click to copy)', exact)) : exact;
  const element = el('span', { class: `number ${toneClass(tone)}`, title, 'data-value': exact }, shown);
  const { onCopy } = context;
  if (onCopy && !integer) element.addEventListener('click', () => onCopy(exact));
  return element;
}

function renderFold(span: Extract<Span, { kind: 'fold' }>, context: SpanContext, order: Order): Node {
  const { folds } = context;
  const mine = order.fold++;
  if (!folds) return el('span', {}, ...renderSpans(span.spans, context, order));
  const open = folds.isOpen(mine);
  const toggle = el(
    'button',
    {
      class: 'fold',
      type: 'button',
      'aria-expanded': String(open),
      title: open ? t(msg('show less')) : t(msg('show all')),
    },
    ...(open ? ['‹'] : renderSpans(summaryOf(span), context, order)),
  );
  toggle.addEventListener('click', () => folds.toggle(mine));
  return open ? el('span', {}, ...renderSpans(span.spans, context, order), ' ', toggle) : toggle;
}

/** Longer equations may break before an equals sign. */
const longestEquation = 40;

const gaps = /( {2,}| (?=[+−] )|^ (?== ))/;
const gapsOfLong = /( {2,}| (?=[+−] )| (?== ))/;

/** Lines break before a sign of a sum, after a comma or at a wider gap, never inside an equation. */
function steady(text: string): Node[] {
  return text
    .split(text.length > longestEquation ? gapsOfLong : gaps)
    .filter((piece) => piece !== '')
    .map((piece) =>
      !['', ','].includes(piece.trim()) && piece.includes(' ')
        ? el('span', { class: 'steady' }, piece)
        : document.createTextNode(piece),
    );
}

function toned(text: string, tone: Tone | undefined, keep = false): Node {
  const nodes = keep ? steady(text) : [document.createTextNode(text)];
  if (tone && tone !== 'plain') return el('span', { class: toneClass(tone) }, ...nodes);
  const fragment = document.createDocumentFragment();
  fragment.append(...nodes);
  return fragment;
}

function toneClass(tone: Tone = 'plain'): string {
  return `tone-${tone}`;
}
