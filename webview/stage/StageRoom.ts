/** How much room the stage has above the timeline when the words are to be seen with it. Steady from step to step. */
import type { Room } from './StageView';

export class StageRoom {
  /** The words' height differs by a line from step to step; the tallest so far is kept free, so that the maps stand still. */
  private wordsHeight = 0;
  private known: Room | undefined;
  private drawnWidth = 0;

  constructor(
    private readonly scroll: HTMLElement,
    private readonly header: HTMLElement,
    private readonly words: HTMLElement,
  ) {}

  /** Another layer, other extents: measure anew. */
  reset(): void {
    this.known = undefined;
    this.wordsHeight = 0;
    this.words.style.minHeight = '';
  }

  measure(): Room {
    const { scroll, header, words } = this;
    if (!words.classList.contains('explaining')) {
      const height = words.getBoundingClientRect().height;
      if (height > this.wordsHeight) {
        this.wordsHeight = height;
        words.style.minHeight = `${height}px`;
        this.known = undefined;
      }
    }
    if (this.known && this.drawnWidth === scroll.clientWidth) return this.known;
    this.drawnWidth = scroll.clientWidth;
    const style = getComputedStyle(scroll);
    const inset = parseFloat(style.getPropertyValue('--inset')) || 14;
    const spacing = parseFloat(style.getPropertyValue('--stage-spacing')) || 30;
    const height = scroll.clientHeight - header.getBoundingClientRect().height - this.wordsHeight - spacing;
    this.known = { width: scroll.clientWidth - 2 * inset, height };
    return this.known;
  }
}
