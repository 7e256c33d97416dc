/** The dialect of each VS Code language identifier. */
import { any } from './any';
import { c } from './c';
import type { Dialect } from '../types/Dialect';
import { functional } from './functional';
import { go } from './go';
import { javascript } from './javascript';
import { json } from './json';
import { julia } from './julia';
import { mathematica } from './mathematica';
import { markdown } from './markdown';
import { matlab, scilab } from './matlab';
import { python } from './python';
import { r } from './r';
import { ruby } from './ruby';
import { rust } from './rust';
import { table } from './table';

const LANGUAGES: Readonly<Record<string, Dialect>> = {
  python,
  numpy: python,
  torch: python,
  pytorch: python,
  tensorflow: python,
  jax: python,
  json,
  jsonc: json,
  json5: json,
  jsonl: json,
  javascript,
  javascriptreact: javascript,
  typescript: javascript,
  typescriptreact: javascript,
  dart: javascript,
  groovy: javascript,
  php: javascript,
  ruby,
  nim: ruby,
  crystal: ruby,
  elixir: ruby,
  perl: ruby,
  c,
  cpp: c,
  'cuda-cpp': c,
  csharp: c,
  java: c,
  kotlin: c,
  scala: c,
  swift: c,
  odin: c,
  zig: c,
  'objective-c': c,
  'objective-cpp': c,
  systemverilog: c,
  verilog: c,
  rust,
  go,
  fsharp: functional,
  futhark: functional,
  haskell: functional,
  lua: functional,
  ocaml: functional,
  matlab,
  octave: matlab,
  scilab,
  julia,
  r,
  mathematica,
  wolfram: mathematica,
  csv: table,
  tsv: table,
  grid: table,
  markdown,
};

/** Prints, plain text and unknown languages are read by what they look like. */
export function dialectOf(languageId: string | undefined): Dialect {
  const id = languageId?.toLowerCase();
  return id !== undefined && Object.hasOwn(LANGUAGES, id) ? LANGUAGES[id]! : any;
}
