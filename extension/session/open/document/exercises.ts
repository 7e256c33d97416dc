/** Headings of exercises and examples, and the parts of a text that they begin. */
import { anyOf } from '../../../../core/anyOf';

const MARKS = String.raw`(?:<[^<>\n]*>|\\(?:sub)*section\*?\{|\\paragraph\{|[#*>_ \t-])*`;
/** "Exercise 3", "Aufgabe 2", "第3题": at the start of a line. */
export const EXERCISE = new RegExp(
  `^${MARKS}(?:(?:${anyOf(String.raw`
    exercises? problems? questions? tasks? examples? assignments? quiz Q
    Aufgabe \u00dcbung Beispiel Frage exercices? exemple ejercicio ejemplo pregunta problema exerc\u00edcio exemplo quest\u00e3o
    esercizio esempio domanda opgave oefening uppgift zadanie \u0437\u0430\u0434\u0430\u0447\u0430 \u0443\u043f\u0440\u0430\u0436\u043d\u0435\u043d\u0438\u0435
    \u043f\u0440\u0438\u043c\u0435\u0440 \u0432\u043e\u043f\u0440\u043e\u0441 soal b\u00e0i c\u00e2u
    \u4f8b\u9898 \u4f8b \u4e60\u9898 \u7ec3\u4e60 \u95ee\u9898 \u9898\u76ee \u9898 \u554f\u984c \u554f \u4f8b\u984c \u6f14\u7fd2 \ubb38\uc81c \uc608\uc81c
  `)})[ \\t]*(?:[#(\u2116]|no\\.?|nr\\.?)?[ \\t]*\\d+|\u7b2c[ \\t]*[\\d\u4e00-\u5341]+[ \\t]*[\u9898\u984c\u554f])`,
  'gim',
);

export type ExercisePart = readonly [start: number, end: number];

export function partsAt(text: string, heading: RegExp): ExercisePart[] {
  const starts = [...text.matchAll(heading)].map(({ index }) => index);
  return starts.map((start, index): ExercisePart => [start, starts[index + 1] ?? text.length]);
}
