/** 256 colours along a scale: the core's, which draws thumbnails with them too. */
export * from '../../core/color/ColorMap';
