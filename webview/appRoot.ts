/** The element that a page puts its contents into. */
import { el } from './ui/el';

export function appRoot(): HTMLElement {
  const given = document.getElementById('app');
  if (given) return given;
  const root = el('div', { id: 'app' });
  document.body.prepend(root);
  return root;
}
