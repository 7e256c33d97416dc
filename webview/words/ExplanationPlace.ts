/**
 * Where the explanation of a cell is shown: below the code where that is next to the stage and leaves the space, else at the bottom
 * of the panel, or at its top where it would cover the cell's map, and covers less of it there.
 */

const margin = 8;

export class ExplanationPlace {
  private map: HTMLElement | undefined;
  private isAtTop = false;

  constructor(
    private readonly explanation: HTMLElement,
    private readonly header: HTMLElement,
  ) {}

  /** All cells of `map` are explained at the same place. Undefined: at the bottom. */
  choose(map: HTMLElement | undefined): void {
    const { explanation } = this;
    const wasAtTop = map === this.map && this.isAtTop;
    this.map = map;
    this.atTop(undefined);
    this.belowCode();
    const below = map ? coveredBy(explanation, map) : 0;
    this.isAtTop = wasAtTop || below > 0;
    if (!map || !this.isAtTop) return;
    this.atTop(this.topFor(explanation.offsetHeight));
    if (wasAtTop || coveredBy(explanation, map) < below) return;
    this.isAtTop = false;
    this.atTop(undefined);
  }

  private belowCode(): void {
    const { explanation } = this;
    const code = explanation.parentElement?.querySelector('.beside > .code')?.getBoundingClientRect();
    explanation.style.left = code ? `${code.left}px` : '';
    if (code && code.bottom > explanation.getBoundingClientRect().top) explanation.style.left = '';
  }

  /** Over whole lines of the header that are in sight, as few as are needed. */
  private topFor(height: number): { readonly top: number; readonly height: number } {
    const page = this.explanation.offsetParent?.getBoundingClientRect().top ?? 0;
    const bottom = bottomOf(this.header) - page - 1;
    const lines = [...this.header.children].filter(({ clientHeight }) => clientHeight > 0).slice(1);
    const tops = lines.map((line) => line.getBoundingClientRect().top - page);
    const top = tops.filter((each) => each >= 0 && bottom - each >= height).at(-1) ?? margin;
    return { top, height: bottom - top };
  }

  private atTop(place: { readonly top: number; readonly height: number } | undefined): void {
    const { classList, style } = this.explanation;
    classList.toggle('at-top', place !== undefined);
    style.top = place ? `${place.top}px` : '';
    style.minHeight = place ? `${place.height}px` : '';
  }
}

/** Pixels of the map's height that the explanation is over. */
function coveredBy(explanation: HTMLElement, map: HTMLElement): number {
  const [box, cells] = [explanation.getBoundingClientRect(), map.getBoundingClientRect()];
  return cells.right > box.left ? Math.min(cells.bottom, box.bottom) - Math.max(cells.top, box.top) : 0;
}

function bottomOf(element: HTMLElement): number {
  return element.getBoundingClientRect().bottom;
}
