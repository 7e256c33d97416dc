/** The tabs of the code view: the loop or its lines alone, NumPy, PyTorch, TensorFlow and the formula. */
import { msg } from '../../../message';
import type { CodeListing } from '../../Stepper';

const tabs: readonly Omit<CodeListing, 'text'>[] = [
  { id: 'loop', title: msg('Loop'), language: 'python' },
  { id: 'numpy', title: msg('NumPy'), language: 'python' },
  { id: 'pytorch', title: msg('PyTorch'), language: 'python' },
  { id: 'tensorflow', title: msg('TensorFlow'), language: 'python' },
  { id: 'formula', title: msg('Formula'), language: 'mathml' },
];

/** One listing for each text, in the order of the tabs. */
export function listings(texts: Readonly<Partial<Record<CodeListing['id'], string>>>): CodeListing[] {
  return tabs.flatMap((tab) => {
    const text = texts[tab.id];
    if (text === undefined) return [];
    return [{ ...tab, ...(tab.id === 'loop' && !/^ *for /m.test(text) && { title: msg('Steps') }), text }];
  });
}
