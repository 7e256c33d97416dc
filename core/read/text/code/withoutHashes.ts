/** The comments behind `#` and `--` of languages that the C-like reading does not know as such. */
import { oneOf } from '../../../anyOf';
import { withFutharkTests } from './futharkTests';

const LANGUAGES = oneOf('ruby crystal elixir perl nim php python');
const FUNCTIONAL = oneOf('futhark fsharp haskell lua ocaml');
const DASHES = /--[^\n]*|\{-[^]*?-\}|\(\*(?!\))[^]*?\*\)/g;
/** Between elements: `[1.0; 2.0]`, `[| 1; 2 |]`. */
const SEMICOLON = /(?<=[\d.\]][fmLy]?\s*);(?=\s*[-\d.[])/g;
const STRING_OR_COMMENT = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#\[[^]*?\]#|#[^\n]*/g;

/** The text with blanks in their places, and everything else where it was. */
export function withoutHashes(text: string, languageId: string | undefined): string {
  if (languageId === undefined) return text;
  if (FUNCTIONAL.test(languageId))
    return withFutharkTests(text)
      .replace(DASHES, blank)
      .replace(SEMICOLON, ',')
      .replace(/\[\||\|\]/g, (bracket) => bracket.replace('|', ' '));
  if (!LANGUAGES.test(languageId)) return text;
  return text.replace(STRING_OR_COMMENT, (part) => (part.startsWith('#') ? blank(part) : part));
}

function blank(part: string): string {
  return part.replace(/[^\n]/g, ' ');
}
