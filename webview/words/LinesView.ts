/** The numbers of an equation: each line takes one line on screen; what does not fit is shown in full by a click. */
import type { CellRef, Line, Span } from '../../core/step/Frame';
import { el } from '../ui/el';
import { isSentence } from './isSentence';
import { renderSpans, type SpanContext } from './renderSpans';

export interface LinesEvents {
  /** The pointer is on a term with these cells, or on none. */
  term(cells: readonly CellRef[]): void;
  copy(text: string): void;
  /** Shows a line in full. */
  openLine(line: Line): void;
}

interface Term {
  readonly element: HTMLElement;
  readonly cells: readonly CellRef[];
}

/** Characters of an equation in two lines of a narrow row. */
const mostOfTwoLines = 80;

export class LinesView {
  readonly element = el('div', { class: 'row-lines', 'data-part': 'words' });
  private terms: Term[] = [];
  private pointed: CellRef | undefined;

  constructor(private readonly events: LinesEvents) {}

  update(lines: readonly Line[], precision: number): void {
    this.terms = [];
    this.element.hidden = lines.length === 0;
    this.element.replaceChildren(...lines.map((line) => this.drawLine(line, precision)));
    this.point(this.pointed);
  }

  /** Marks the terms that a cell takes part in. */
  point(cell: CellRef | undefined): void {
    this.pointed = cell;
    for (const { element, cells } of this.terms) element.classList.toggle('on', includes(cells, cell));
  }

  private drawLine(line: Line, precision: number): HTMLElement {
    const context: SpanContext = {
      precision,
      onTerm: (element, cells) => this.addTerm(element, cells),
      onCopy: (text) => this.events.copy(text),
      folds: { isOpen: () => false, toggle: () => this.events.openLine(line) },
    };
    const { sum, bracket, result, aside } = splitAtResult(line.spans);
    const isWhole = isSentence(line);
    const element = el(
      'div',
      { class: `line${isWhole ? ' statement' : ''}` },
      el(
        'span',
        { class: 'line-equation' },
        el('span', { class: 'line-terms' }, el('span', { class: 'line-sum' }, ...renderSpans(sum, context)), bracket),
        el('span', { class: 'line-result' }, ...renderSpans(result, context)),
      ),
      ...(aside.length > 0 ? [el('span', { class: 'line-aside' }, ...renderSpans(aside, context))] : []),
    );
    const characters = lengthOf(isWhole ? element : element.firstElementChild!);
    element.style.setProperty('--characters', String(characters));
    element.classList.toggle('long', characters > mostOfTwoLines);
    element.addEventListener('dblclick', () => this.events.openLine(line));
    return element;
  }

  private addTerm(element: HTMLElement, cells: readonly CellRef[]): void {
    this.terms.push({ element, cells });
    element.addEventListener('pointerenter', () => {
      element.classList.add('on');
      this.events.term(cells);
    });
    element.addEventListener('pointerleave', () => {
      element.classList.remove('on');
      this.events.term([]);
    });
  }
}

/** Characters of an equation with its folds, or of a sentence, in whole eights: few steps change the size of its digits. */
function lengthOf(element: Element): number {
  return Math.ceil((element.textContent.length + 2 * element.querySelectorAll('.fold').length) / 8) * 8;
}

interface LineParts {
  readonly sum: readonly Span[];
  /** Closes the sum: shown also where the sum is cut. */
  readonly bracket: string;
  readonly result: readonly Span[];
  readonly aside: readonly Span[];
}

/** The part before the last result, which is cut where it is too long, the result, and the words after it, shown where all of them fit. */
function splitAtResult(spans: readonly Span[]): LineParts {
  const last = spans.map((span) => span.kind === 'number' && span.tone === 'result').lastIndexOf(true);
  if (last < 1) return { sum: spans, bracket: '', result: [], aside: [] };
  const before = spans[last - 1]!;
  const start = before.kind === 'text' ? last - 1 : last;
  const [bracket = ''] = (before.kind === 'text' && /^\)/.exec(before.text)) || [];
  const isOnlyWords = spans.slice(last + 1).every(({ kind }) => kind === 'text' || kind === 'message');
  const end = isOnlyWords ? last + 1 : spans.length;
  const result = spans.slice(start, end);
  if (bracket !== '' && before.kind === 'text') result[0] = { ...before, text: before.text.slice(bracket.length) };
  return { sum: spans.slice(0, start), bracket, result, aside: spans.slice(end) };
}

function includes(cells: readonly CellRef[], cell: CellRef | undefined): boolean {
  return (
    cell !== undefined && cells.some(({ map, row, col }) => map === cell.map && row === cell.row && col === cell.col)
  );
}
