/** One step on the disk. A list of steps is done whole, or taken back. */
export type FileStep =
  /** Puts `bytes` in the place of `before`; undefined: the file is made. */
  | {
      readonly kind: 'write';
      readonly path: string;
      readonly bytes: Uint8Array;
      readonly before: Uint8Array | undefined;
    }
  /** Moves a file that holds `bytes`. */
  | {
      readonly kind: 'move';
      readonly from: string;
      readonly to: string;
      readonly bytes: Uint8Array;
    };
