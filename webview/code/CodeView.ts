/** The code: the course's loop with the current line and its variables, and the same layer elsewhere as tabs. */
import { msg } from '../../core/message';
import type { NamedMistake, ShownListing } from '../../core/panel/protocol';
import type { CodeState } from '../../core/step/Frame';
import { t } from '../l10n';
import { el } from '../ui/el';
import { icon } from '../ui/icon';
import { button } from '../ui/toolkit';
import { renderSpans } from '../words/renderSpans';
import { endOfWholeLine } from './endOfWholeLine';
import { parseMathml } from './mathml';
import { piecesOfLines, type LineOfCode } from './piecesOfLines';
import { ShortListing } from './ShortListing';

/** The listing whose lines a step marks, unless the step names another. */
const loopId = 'loop';

interface CodeLine {
  readonly row: HTMLElement;
  readonly value: HTMLElement;
}

/** Height of the visible part in pixels, below which the page is scrolled. */
const leastShown = 34;
/** Largest height of the user's own code, the same as in yours.css. */
const longest = '21em';
const cardMargin = 13;

export class CodeView {
  private readonly tabs = el('div', { class: 'tabs', role: 'tablist' });
  private readonly body = el('div', { class: 'listing', role: 'tabpanel', id: 'listing', tabindex: 0 });
  readonly element: HTMLElement;
  private readonly short = new ShortListing(this.body, () => this.markLine());
  private listings: readonly ShownListing[] = [];
  /** Of the user's own code. */
  private mistakes: readonly NamedMistake[] = [];
  private selected: string = loopId;
  private lines: CodeLine[] = [];
  private shown: { code: CodeState; precision: number } | undefined;

  constructor(private readonly copy: (text: string) => void) {
    this.tabs.setAttribute('aria-label', t(msg('the layer as code')));
    const label = t(msg('copy the code'));
    const copyButton = button(
      { appearance: 'icon', 'data-action': 'copy', 'aria-label': label, title: label },
      icon('copy'),
    );
    copyButton.addEventListener('click', () => this.copySelected());
    const head = el('div', { class: 'code-head' }, this.tabs, copyButton);
    this.element = el('section', { class: 'code card', 'data-part': 'code' }, head, this.body);
    this.tabs.addEventListener('keydown', (event) => this.moveTab(event));
  }

  setListings(listings: readonly ShownListing[], mistakes: readonly NamedMistake[] = []): void {
    if (JSON.stringify([listings, mistakes]) === JSON.stringify([this.listings, this.mistakes])) return;
    this.listings = listings;
    this.mistakes = mistakes;
    this.short.reset();
    this.element.hidden = listings.length === 0;
    if (!listings.some(({ id }) => id === this.selected) || listings[0]?.id === 'yours')
      this.selected = listings[0]?.id ?? loopId;
    this.tabs.replaceChildren(...listings.map((listing) => this.tab(listing)));
    this.drawListing();
  }

  update(code: CodeState, precision: number): void {
    this.shown = { code, precision };
    this.markLine();
  }

  private tab({ id, title }: ShownListing): HTMLElement {
    const element = el(
      'button',
      { type: 'button', role: 'tab', 'data-listing': id, 'aria-controls': 'listing', title: tabTitle(id, t(title)) },
      t(title),
    );
    element.addEventListener('click', () => this.select(id));
    return element;
  }

  private select(id: string): void {
    this.selected = id;
    this.drawListing();
  }

  private moveTab(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const at = this.listings.findIndex(({ id }) => id === this.selected);
    const next = this.listings[(at + step + this.listings.length) % this.listings.length];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    this.select(next.id);
    this.tabs.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  }

  private drawListing(): void {
    const listing = this.listings.find(({ id }) => id === this.selected);
    for (const tab of Array.from(this.tabs.children)) {
      const selected = tab instanceof HTMLElement && tab.dataset.listing === this.selected;
      tab.setAttribute('aria-selected', String(selected));
      tab.setAttribute('tabindex', selected ? '0' : '-1');
    }
    this.lines = [];
    this.body.classList.toggle('formula', listing?.language === 'mathml');
    this.body.classList.toggle('own', listing?.lineNumbers !== undefined);
    this.body.style.maxHeight = '';
    if (!listing) return;
    this.body.setAttribute('aria-label', t(listing.title));
    if (listing.language === 'mathml') {
      this.body.replaceChildren(parseMathml(listing.text) ?? listing.text);
      return;
    }
    const { lineNumbers } = listing;
    this.lines = piecesOfLines(listing).map((pieces, index) => codeLine(pieces, lineNumbers?.[index]));
    this.body.replaceChildren(...this.lines.map(({ row }) => row));
    if (listing.id === 'yours') this.markMistakes();
    this.markLine();
  }

  private markMistakes(): void {
    for (const { row: place, before, after } of this.mistakes) {
      const row = place === undefined ? undefined : this.lines[place]?.row;
      row?.classList.add('wrong');
      const repair = after?.trim() ?? '';
      // A line that is missing comes after this one, which is right.
      const isMissing = before?.trim() === '';
      row?.classList.toggle('before-missing', isMissing);
      const isOneOfMore = this.mistakes.filter((each) => each.row === place).length > 1;
      const text = isMissing ? `+ ${repair}` : `${isOneOfMore ? `${before?.trim()} ` : ''}→ ${repair}`;
      if (repair !== '') row?.querySelector('.code-text')?.append(el('ins', { class: 'code-repair' }, text));
    }
  }

  private markLine(): void {
    const { selected, shown, lines } = this;
    const isMarked = selected === (shown?.code.listing ?? loopId);
    if (shown && isMarked) this.markStep(shown.code, shown.precision);
    const row = isMarked ? lines[shown?.code.line ?? -1]?.row : undefined;
    const target = row ?? lines.find((line) => isWrong(line.row))?.row;
    // The stage has its height when the page is painted.
    if (target) requestAnimationFrame(() => this.keepInView(target));
  }

  private markStep({ line, variables }: CodeState, precision: number): void {
    this.lines.forEach(({ row, value }, index) => {
      const current = index === line;
      row.classList.toggle('current', current);
      if (current) row.setAttribute('aria-current', 'step');
      else row.removeAttribute('aria-current');
      const shown = variables.filter((each) => each.line === index);
      value.replaceChildren(...shown.flatMap(({ spans }) => renderSpans(spans, { precision })));
    });
  }

  /** Scrolls the listing, never the page: the code ends where the page ends. */
  private keepInView(row: HTMLElement): void {
    const { body } = this;
    const space = spaceBelow(body);
    const own = this.selected === 'yours';
    const fits = space >= leastShown;
    const isBelow = body.closest('.beside') === null;
    body.style.maxHeight = fits ? (own && isBelow ? `min(${longest}, ${space}px)` : `${space}px`) : '';
    const rows = this.lines.map((line) => line.row);
    const kept = rows.flatMap((each, index) => (each === row || isWrong(each) ? [index] : []));
    const isShort = this.short.fit(rows, kept, fits ? body.clientHeight : 0);
    const most = body.scrollHeight - body.clientHeight;
    const { offsetTop, offsetHeight } = blockOf(rows, kept, body.clientHeight) ?? (isShort ? rows.find(isWrong)! : row);
    const top = offsetTop - body.offsetTop;
    const isSeen = top >= body.scrollTop && top + offsetHeight <= body.scrollTop + body.clientHeight;
    const wanted = isSeen ? body.scrollTop : Math.min(most, top - (body.clientHeight - offsetHeight) * 0.7);
    const starts = rows.filter((each) => !each.hidden).map((each) => each.offsetTop - body.offsetTop);
    // The first line that is seen is seen whole, also where the lines from it to the last one are lower than the space.
    const first = wanted <= 0 ? 0 : Math.min(top, starts.find((start) => start >= wanted) ?? top);
    const end = endOfWholeLine(rows, body.offsetTop, first + body.clientHeight);
    const height = Math.min(body.scrollHeight, end) - first;
    if (height < body.clientHeight) body.style.maxHeight = `${height}px`;
    body.scrollTop = first;
  }

  private copySelected(): void {
    const listing = this.listings.find(({ id }) => id === this.selected);
    if (listing) this.copy(listing.text);
  }
}

/** The rows `kept` with those between them; undefined where they are higher than `most`. */
function blockOf(
  rows: readonly HTMLElement[],
  kept: readonly number[],
  most: number,
): Pick<HTMLElement, 'offsetTop' | 'offsetHeight'> | undefined {
  const [first, last] = [rows[kept[0]!], rows[kept.at(-1)!]];
  if (!first || !last) return undefined;
  const offsetHeight = last.offsetTop + last.offsetHeight - first.offsetTop;
  return offsetHeight <= most ? { offsetTop: first.offsetTop, offsetHeight } : undefined;
}

function isWrong(row: HTMLElement): boolean {
  return row.classList.contains('wrong');
}

/** Pixels from the start of the listing to the lower edge of a page that is not scrolled, without the margin of its card. */
function spaceBelow(listing: HTMLElement): number {
  const page = listing.closest('.scroll');
  if (!page) return Infinity;
  return page.getBoundingClientRect().bottom - listing.getBoundingClientRect().top - page.scrollTop - cardMargin;
}

/** A wrapped line goes on under its own indent and two columns more. */
function codeLine({ indent, pieces }: LineOfCode, lineNumber?: number): CodeLine {
  const source = el('span', { class: 'code-text' });
  source.style.paddingInlineStart = `calc(${indent}ch * var(--indent) + 2ch)`;
  source.style.textIndent = '-2ch';
  for (const { kind, text } of pieces) {
    const parts = breakable(text);
    source.append(...(kind ? [el('span', { class: `code-${kind}` }, ...parts)] : parts));
  }
  const value = el('span', { class: 'code-value' });
  const gutter =
    lineNumber === undefined ? [] : [el('span', { class: 'code-gutter' }, lineNumber > 0 ? `${lineNumber}` : '')];
  return { row: el('div', { class: 'code-line' }, ...gutter, source, value), value };
}

/** A line that is too long is broken after a bracket that opens rather than within a name. */
function breakable(text: string): (string | HTMLElement)[] {
  return text.split(/(?<=[([])/).flatMap((part, index) => (index > 0 ? [el('wbr'), part] : [part]));
}

function tabTitle(id: ShownListing['id'], name: string): string {
  switch (id) {
    case 'yours':
      return t(msg('your own code, with the line of the step'));
    case 'loop':
      return t(msg('the code of the steps, with its line and its variables'));
    case 'formula':
      return t(msg('the layer as a formula'));
    case 'numpy':
    case 'pytorch':
    case 'tensorflow':
      return t(msg('the same layer in {0}', name));
  }
}
