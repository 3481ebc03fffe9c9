/** No item that people write and read comes near it. */
export const maxFileBytes = 1_048_576;
