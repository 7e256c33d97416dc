/** Languages of which arrays are read and calls are not. */
import { ownEntry } from '../../../ownEntry';

const NAMES: Readonly<Record<string, string>> = {
  c: 'C',
  cpp: 'C++',
  'cuda-cpp': 'CUDA',
  csharp: 'C#',
  fsharp: 'F#',
  go: 'Go',
  java: 'Java',
  javascript: 'JavaScript',
  javascriptreact: 'JavaScript',
  kotlin: 'Kotlin',
  'objective-c': 'Objective-C',
  rust: 'Rust',
  scala: 'Scala',
  swift: 'Swift',
  typescript: 'TypeScript',
  typescriptreact: 'TypeScript',
  wolfram: 'Mathematica',
};

/** The language's own name; undefined for other languages. */
export function arraysOnly(languageId: string | undefined): string | undefined {
  return languageId === undefined ? undefined : ownEntry(NAMES, languageId);
}
