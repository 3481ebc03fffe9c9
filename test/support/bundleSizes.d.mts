export interface BundleSize {
  /** Relative to the root, for example `dist/extension.js`. */
  readonly file: string;
  readonly bytes: number;
  readonly atOnce: number;
  readonly inAll: number;
}

/** The sizes of each entry, from the `outputs` of esbuild's metafile. */
export function bundleSizes(outputs: Readonly<Record<string, unknown>>): readonly BundleSize[];
