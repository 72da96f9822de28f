/** The part of a bundler's plugin that is used here: what becomes of a module's text, or nothing to leave it. */
export interface TransformPlugin {
  name: string;
  transform(code: string, id: string): string | undefined;
}
