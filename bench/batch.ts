import { applyMigrations } from "#lib/db/migrations.ts";
import { prepareQueues } from "#lib/jobs/boss.ts";
import { executeBatch } from "#lib/services/batches/execute.ts";
import { startBatch } from "#lib/services/batches/start.ts";
import { summariseBatch } from "#lib/services/batches/summarise.ts";
import { scratchPostgres } from "#lib/start/postgres/scratch.ts";
import { readFilesInThread } from "#lib/worker/batch-reader/read-files.ts";
import { failureLog } from "../tests/support/bounce-log.ts";
import { openTestHouse, visitor, worker } from "../tests/support/test-house.ts";

/** Ten thousand lines of a mail log, from the upload to the finished page's numbers, without any DNS. */
const LINES = 10_000;
const LIMIT_MS = 10_000;

const row = (name: string, value: string): void => console.log(`  ${name.padEnd(26)}${value}`);

const postgres = await scratchPostgres();
try {
  await applyMigrations(postgres.url, "prisma/migrations");
  await prepareQueues(postgres.url);
  const house = await openTestHouse({ url: postgres.url });
  const ctx = visitor(house, "bench");
  const bytes = Buffer.from(failureLog(LINES));
  const cpu = process.cpuUsage();
  const times = [performance.now()];
  const { id } = await startBatch({ ctx, input: { files: [{ name: "mail.log", bytes }] } });
  times.push(performance.now());
  const signal = new AbortController().signal;
  await executeBatch({ ctx: worker(house), input: { batchId: id }, signal, readFiles: readFilesInThread });
  times.push(performance.now());
  const { matching, groups } = await summariseBatch({ ctx, input: { id } });
  times.push(performance.now());
  const used = process.cpuUsage(cpu);
  await house.close();

  const [began = 0, stored = 0, read = 0, counted = 0] = times;
  const total = counted - began;
  console.log(
    `batch of ${LINES} log lines, ${(bytes.length / 1e6).toFixed(1)} MB, ${matching.failures} failures`,
  );
  row("upload stored", `${(stored - began).toFixed(0)} ms`);
  row("read, judged and stored", `${(read - stored).toFixed(0)} ms`);
  row(`grouped, ${groups.domain.of} domains`, `${(counted - read).toFixed(0)} ms`);
  row("CPU, without PostgreSQL", `${((used.user + used.system) / 1000).toFixed(0)} ms`);
  row("peak memory", `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
  row(
    `total, limit ${LIMIT_MS / 1000} s`,
    `${(total / 1000).toFixed(1)} s: ${total <= LIMIT_MS ? "kept" : "MISSED"}`,
  );
} finally {
  await postgres.dispose();
}
