/** The line below the inspector: its keys and its tools. */
import { msg } from '../../core/message';
import { t } from '../l10n';
import { el } from '../ui/el';

export function inspectFooter(...tools: readonly HTMLElement[]): HTMLElement {
  const keys: readonly (readonly [keys: readonly string[], label: string])[] = [
    [[t(msg('wheel')), '+', '−'], t(msg('zoom'))],
    [['0'], t(msg('fit'))],
    [['1'], t(msg('show numbers'))],
    [['[', ']'], t(msg('previous, next slice'))],
    [['Ctrl C'], t(msg('copy the selection as NumPy'))],
  ];
  const hints = keys.map(([each, label]) =>
    el(
      'span',
      { class: each[0] === '[' ? 'key-hint slice-keys' : 'key-hint' },
      ...each.map((key) => el('kbd', {}, key)),
      ` ${label}`,
    ),
  );
  return el(
    'footer',
    { class: 'timeline inspect-footer' },
    el('div', { class: 'key-hints' }, ...hints),
    el('span', { class: 'tools' }, ...tools),
  );
}
