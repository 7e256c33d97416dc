/** Functions in the catalogue of wrong layers: the course's, and those of layers that the course has in frameworks only. */
import type { CourseFunction } from '../../CourseFunction';

export type CatalogFunction = CourseFunction | 'relu' | 'relu_backward' | 'conv_transpose';
