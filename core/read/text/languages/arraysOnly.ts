/** Languages whose arrays are read but whose calls are not. */
import { ownEntry } from '../../../ownEntry';

const NAMES: Readonly<Record<string, string>> = {
  c: 'C',
  cpp: 'C++',
  'cuda-cpp': 'CUDA',
  crystal: 'Crystal',
  csharp: 'C#',
  dart: 'Dart',
  elixir: 'Elixir',
  fortran: 'Fortran',
  FortranFreeForm: 'Fortran',
  fsharp: 'F#',
  futhark: 'Futhark',
  go: 'Go',
  groovy: 'Groovy',
  haskell: 'Haskell',
  java: 'Java',
  javascript: 'JavaScript',
  javascriptreact: 'JavaScript',
  json: 'JSON',
  jsonc: 'JSON',
  json5: 'JSON',
  kotlin: 'Kotlin',
  lua: 'Lua',
  nim: 'Nim',
  'objective-c': 'Objective-C',
  ocaml: 'OCaml',
  odin: 'Odin',
  perl: 'Perl',
  php: 'PHP',
  ruby: 'Ruby',
  rust: 'Rust',
  scala: 'Scala',
  swift: 'Swift',
  systemverilog: 'SystemVerilog',
  typescript: 'TypeScript',
  typescriptreact: 'TypeScript',
  verilog: 'Verilog',
  wolfram: 'Mathematica',
  zig: 'Zig',
};

/** The language's own name; undefined for other languages. */
export function arraysOnly(languageId: string | undefined): string | undefined {
  return languageId === undefined ? undefined : ownEntry(NAMES, languageId);
}
