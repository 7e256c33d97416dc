/** The user's code in little space: the lines of its mistakes and the line of the step, the others on demand. */
import { msg } from '../../core/message';
import { t } from '../l10n';
import { el } from '../ui/el';

export class ShortListing {
  /** The user wants to see all lines. */
  private isWhole = false;

  constructor(
    private readonly body: HTMLElement,
    private readonly unfolded: () => void,
  ) {}

  /** Another code is shown. */
  reset(): void {
    this.isWhole = false;
  }

  /**
   * Shows only the rows `kept` (ascending) where they are higher than `space` with the rows between them; the result tells whether
   * they are.
   */
  fit(rows: readonly HTMLElement[], kept: readonly number[], space: number): boolean {
    for (const gap of this.body.querySelectorAll('.code-gap')) gap.remove();
    for (const row of rows) row.hidden = false;
    const [first, last] = [rows[kept[0]!], rows[kept.at(-1)!]];
    if (this.isWhole || !first || !last || kept.length < 2) return false;
    if (last.offsetTop + last.offsetHeight - first.offsetTop <= space) return false;
    rows.forEach((row, index) => {
      row.hidden = !kept.includes(index);
      if (kept.includes(index - 1) && row.hidden && index < kept.at(-1)!) row.before(this.gap());
    });
    return true;
  }

  private gap(): HTMLElement {
    const label = t(msg('show all lines'));
    const element = el('button', { type: 'button', class: 'code-gap', 'aria-label': label, title: label }, '⋯');
    element.addEventListener('click', () => {
      this.isWhole = true;
      this.unfolded();
      this.body.focus({ preventScroll: true });
    });
    return element;
  }
}
