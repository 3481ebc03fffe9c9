/** So many processes of git run at once, whoever asks. */
const most = 2;

let running = 0;
const waiting: (() => void)[] = [];

/** Does the work as soon as fewer than the most processes run; first come, first served. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= most) await new Promise<void>(resolve => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
