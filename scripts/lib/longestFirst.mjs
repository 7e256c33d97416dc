// @ts-check
// The order of files of tests: a long file that began last would leave one core free.
import { basename } from 'node:path';
import { BaseSequencer } from 'vitest/node';

/** Begins with the files of these names, up to the first dot, in this order. @param {readonly string[]} names */
export function longestFirst(names) {
  const place = (/** @type {{ moduleId: string }} */ { moduleId }) => {
    const found = names.indexOf(basename(moduleId).split('.')[0] ?? '');
    return found < 0 ? names.length : found;
  };
  return class extends BaseSequencer {
    /** @override @param {import('vitest/node').TestSpecification[]} files */
    async sort(files) {
      return (await super.sort(files)).sort((first, second) => place(first) - place(second));
    }
  };
}
