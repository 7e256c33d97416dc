/** What a call that makes an array gives: `np.array([[1.]], dtype=float32)`. */
import type { ParsedArray, TextRange } from '../../ParseResult';

export type Wrapped = Pick<ParsedArray, 'array' | 'dtype' | 'notation' | 'ranges'> & { readonly range: TextRange };
