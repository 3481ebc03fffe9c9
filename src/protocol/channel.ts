import type { Disposable } from '../core/base/disposable.ts';
import { Emitter, type Event } from '../core/base/event.ts';
import { ok, refused, type Result } from '../core/base/result.ts';
import { createProblem, type Problem } from '../core/model/problem.ts';
import type { HostEvent, HostMessage, RequestMessage, RequestName, Requests } from './messages.ts';
import { SnapshotPacker, SnapshotUnpacker, type WireMessage } from './packedSnapshot.ts';
import { parseHostMessage, replyParsers } from './parseHostMessage.ts';
import { parseRequest, requestIdOf } from './parseRequest.ts';

export type Reply<Name extends RequestName> = Result<Requests[Name]['reply'], Problem>;

/** The webview's end. */
export interface Requester extends Disposable {
  /** Never rejects: a refusal, a reply that makes no sense and a closed channel are problems. */
  request<Name extends RequestName>(
    name: Name,
    params: Requests[Name]['params'],
  ): Promise<Reply<Name>>;
  /** To be called with whatever arrives from the host. */
  receive(message: unknown): void;
  /** Events of the host; a snapshot older than one that was already received is dropped. */
  readonly onEvent: Event<HostEvent>;
}

/** The host's end. */
export interface Responder extends Disposable {
  /** To be called with whatever arrives from the webview. Never rejects. */
  receive(message: unknown): Promise<void>;
  /**
   * Tells the webview. Nothing is sent before the webview has asked for its first snapshot: that
   * answer is newer than any snapshot before it, and the last of what else was to be said follows it.
   */
  send(event: HostEvent): void;
}

export type Handlers = {
  readonly [Name in RequestName]: (
    params: Requests[Name]['params'],
  ) => Promise<Reply<Name>> | Reply<Name>;
};

const closed = createProblem(
  'command-refused',
  'The panel was closed before the answer came; open it again',
);
const senseless = createProblem(
  'command-refused',
  'The editor and the panel do not understand each other; close the panel and open it again',
);

export function createRequester(post: (message: RequestMessage) => void): Requester {
  const replies = new PendingReplies(post);
  const events = new Emitter<HostEvent>();
  let revision = -1;
  const { unpack } = new SnapshotUnpacker(() => void askAnew());

  const isOutdated = (received: number): boolean => {
    const isOlder = received < revision;
    revision = Math.max(revision, received);
    return isOlder;
  };
  const request: Requester['request'] = (name, params) =>
    replies.ask(name, params, raw => {
      const value = replyParsers[name](raw, unpack);
      if (value && name === 'ready' && 'revision' in value) isOutdated(value.revision);
      return value;
    });
  /** A snapshot was lost on the way, so what builds on it cannot be read: a whole one is due. */
  const askAnew = async (): Promise<void> => {
    const answer = await request('ready', {});
    if (answer.ok) events.fire({ event: 'snapshot', snapshot: answer.value });
  };
  return {
    onEvent: events.event,
    request,
    receive: raw => {
      const message = replies.isDisposed ? undefined : parseHostMessage(raw, unpack);
      if (message?.kind === 'reply') replies.settle(message);
      else if (message && message.event !== 'snapshot') events.fire(message);
      else if (message && !isOutdated(message.snapshot.revision)) events.fire(message);
    },
    dispose: () => {
      replies.dispose();
      events.dispose();
    },
  };
}

type ReplyMessage = Extract<HostMessage, { kind: 'reply' }>;

/** What was asked and not answered yet; a class because it counts and can be closed. */
class PendingReplies implements Disposable {
  readonly #post: (message: RequestMessage) => void;
  readonly #waiting = new Map<number, (reply: Result<unknown, Problem>) => void>();
  #lastId = 0;
  #isDisposed = false;

  constructor(post: (message: RequestMessage) => void) {
    this.#post = post;
  }

  get isDisposed(): boolean {
    return this.#isDisposed;
  }

  /** @param read called as soon as the reply is there: what comes after it may build on it */
  ask<Name extends RequestName>(
    name: Name,
    params: Requests[Name]['params'],
    read: (value: unknown) => Requests[Name]['reply'] | undefined,
  ): Promise<Reply<Name>> {
    return new Promise(resolve => {
      if (this.#isDisposed) return resolve(refused(closed));
      const id = ++this.#lastId;
      this.#waiting.set(id, reply => {
        if (!reply.ok) return resolve(reply);
        const value = read(reply.value);
        resolve(value === undefined ? refused(senseless) : ok(value));
      });
      this.#post(requestMessage(id, name, params));
    });
  }

  settle(message: ReplyMessage): void {
    const resolve = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    resolve?.(message.ok ? ok(message.value) : refused(message.problem));
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const resolve of this.#waiting.values()) resolve(refused(closed));
    this.#waiting.clear();
  }
}

/** The cast joins a name and the parameters of that name, which the compiler sees as independent. */
function requestMessage<Name extends RequestName>(
  id: number,
  name: Name,
  params: Requests[Name]['params'],
): RequestMessage {
  return { kind: 'request', id, name, params } as RequestMessage;
}

export function createResponder(
  post: (message: WireMessage) => void,
  handlers: Handlers,
): Responder {
  let isReady = false;
  let isDisposed = false;
  /** The last of each kind. */
  const waiting = new Map<HostEvent['event'], HostEvent>();
  const packer = new SnapshotPacker();

  const packReply = (value: Requests[RequestName]['reply']): unknown => {
    if (!('gantt' in value)) return value;
    packer.reset();
    return packer.pack(value);
  };
  const answer = (message: WireMessage): void => {
    if (!isDisposed) post(message);
  };
  const sendEvent = (event: HostEvent): void => {
    if (event.event !== 'snapshot') answer({ kind: 'event', ...event });
    else answer({ kind: 'event', event: 'snapshot', snapshot: packer.pack(event.snapshot) });
  };
  return {
    receive: async raw => {
      const message = parseRequest(raw);
      const id = message?.id ?? requestIdOf(raw);
      if (id === undefined) return;
      const reply = message ? await callHandler(handlers, message) : refused(senseless);
      answer(
        reply.ok
          ? { kind: 'reply', id, ok: true, value: packReply(reply.value) }
          : { kind: 'reply', id, ok: false, problem: reply.error },
      );
      if (message?.name !== 'ready' || !reply.ok) return;
      isReady = true;
      for (const event of waiting.values()) sendEvent(event);
      waiting.clear();
    },
    send: event => {
      if (isReady) sendEvent(event);
      else if (event.event !== 'snapshot') waiting.set(event.event, event);
    },
    dispose: () => {
      isDisposed = true;
    },
  };
}

async function callHandler(
  handlers: Handlers,
  { name, params }: RequestMessage,
): Promise<Reply<RequestName>> {
  // The parsed message joins each name with its own parameters; the compiler sees two unions.
  const handler = handlers[name] as (given: unknown) => Promise<Reply<RequestName>>;
  try {
    return await handler(params);
  } catch (failure) {
    const why = failure instanceof Error ? failure.message : String(failure);
    return refused(createProblem('command-refused', `This could not be done: ${why}`));
  }
}
