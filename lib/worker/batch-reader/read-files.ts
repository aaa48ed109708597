import { Worker } from "node:worker_threads";
import type { FilesRead, FilesToRead, ReadFiles } from "#lib/services/batches/read-files.ts";
import { GO_ON, type ReadNews, type ReadOrder } from "./messages.ts";

/** A thread that says nothing for this long hangs in some text; no honest one takes a tenth of it. */
const SILENCE_MS = 30_000;
/** 25 MB of text, the same once more as UTF-16, and what fifty thousand failures need. */
const MEMORY = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 64 } as const;

/**
 * Reads files in a worker thread: a hostile file costs neither the jobs beside it nor the machine. A thread that hangs
 * or wants too much memory is ended, and that is an answer; an exception in it is thrown here.
 */
export const readFilesInThread: ReadFiles = order =>
  new Promise<FilesRead>((resolve, reject) => {
    const { files, receivedAt, signal } = order;
    const thread = new Worker(new URL("./thread.ts", import.meta.url), {
      workerData: { files, receivedAt } satisfies ReadOrder,
      resourceLimits: MEMORY,
    });
    let silence: NodeJS.Timeout | undefined;
    const end = (settle: () => void) => {
      clearTimeout(silence);
      signal.removeEventListener("abort", stop);
      void thread.terminate();
      settle();
    };
    const stop = () => end(() => resolve({ outcome: "stopped" }));
    const listen = () => {
      clearTimeout(silence);
      silence = setTimeout(
        () => end(() => resolve({ outcome: "failed", failure: "time-limit" })),
        SILENCE_MS,
      );
    };

    const store = oneAfterTheOther(order);
    thread.on("message", async (news: ReadNews) => {
      // After a chunk the thread may soon wait for us, not we for it.
      if (news.type === "share") listen();
      else clearTimeout(silence);
      try {
        const goOn = await store(news);
        if (!goOn) stop();
        else if (news.type === "read") end(() => resolve({ outcome: "read", tally: news.tally }));
        else if (news.type === "chunk") {
          listen();
          thread.postMessage(GO_ON, []);
        }
      } catch (error) {
        end(() => reject(error));
      }
    });
    thread.on("error", error => end(() => (isOutOfMemory(error) ? resolve(OUT_OF_MEMORY) : reject(error))));
    signal.addEventListener("abort", stop, { once: true });
    if (signal.aborted) stop();
    else listen();
  });

const OUT_OF_MEMORY: FilesRead = { outcome: "failed", failure: "too-much-memory" };

/** Stores news in the order in which they came; after a refusal nothing more. */
function oneAfterTheOther({ store }: FilesToRead): (news: ReadNews) => Promise<boolean> {
  let before: Promise<boolean> = Promise.resolve(true);
  return news => {
    before = before.then(async goOn => {
      if (!goOn || news.type === "read") return goOn;
      return store(news.type === "chunk" ? news.items : [], news.share);
    });
    return before;
  };
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
