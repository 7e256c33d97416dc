/** The box under a growing map: cells that the steps have not reached show their result, dimmed. */
import { msg } from '../../core/message';
import { t } from '../l10n';
import { el } from '../ui/el';
import { textWidth } from '../ui/textWidth';

/** Width of the box and the gap after it, the same as in map.css. */
const boxWidth = 17;

export class ResultToggle {
  private readonly box = el('input', { type: 'checkbox', 'data-action': 'showResult' });
  readonly element: HTMLElement;

  constructor(change: (shown: boolean) => void) {
    this.box.addEventListener('change', () => change(this.box.checked));
    const title = t(msg('cells that the steps have not reached show their result, dimmed'));
    this.element = el('label', { class: 'result-toggle', title }, this.box, label());
  }

  update(isOffered: boolean, isShown: boolean): void {
    this.element.hidden = !isOffered;
    this.box.checked = isShown;
  }
}

/** Pixels. */
export function resultToggleWidth(sansFont: string): number {
  return boxWidth + Math.ceil(textWidth(label(), `11px ${sansFont}`));
}

function label(): string {
  return t(msg('show the result'));
}
