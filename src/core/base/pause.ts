/** Called within long work. A promise means: wait for it, so that the host can do something else. */
export type Pause = () => Promise<void> | undefined;
