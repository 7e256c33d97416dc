/** How maps are drawn while their cells may be asked for. */
import type { Appearance } from '../heatmap/MapEvents';

/** The appearance with padding in a quiz: its cells are a part of windows that a question asks for, and nothing moves when it is answered. */
export function quizAppearance(appearance: Appearance, isQuiz: boolean): Appearance {
  return isQuiz && !appearance.showPadding ? { ...appearance, showPadding: true } : appearance;
}
