/** Errors of what other programs call. */
import { LensError } from '../../core/message';
import { translate } from '../language/translate';

/** Rejects with errors in the display language. */
export async function readable<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof LensError ? new Error(translate(error.detail), { cause: error }) : error;
  }
}
