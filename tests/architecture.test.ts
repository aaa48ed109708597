import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/** The import law is worth what it catches: every forbidden import here has to be refused by the linter. */
const FORBIDDEN: readonly [file: string, code: string][] = [
  ["lib/values/a.ts", 'import { x } from "#lib/dns/answer.ts";'],
  ["lib/dns/a.ts", 'import { x } from "#lib/mail/spf/check-host.ts";'],
  ["lib/dns/a.ts", 'import { x } from "#lib/scan/grade.ts";'],
  ["lib/mail/spf/a.ts", 'import { x } from "#lib/dns/resolvers/live.ts";'],
  ["lib/mail/spf/a.ts", 'import { x } from "#lib/scan/grade.ts";'],
  ["lib/mail/spf/a.ts", 'import { z } from "zod";'],
  ["lib/scan/checks/a.ts", 'import { x } from "#lib/bounce/vocabulary.ts";'],
  ["lib/scan/checks/a.ts", 'import { x } from "#lib/services/scans/start.ts";'],
  ["lib/scan/a.ts", 'import { x } from "#lib/dns/transports/udp.ts";'],
  ["lib/bounce/a.ts", 'import { x } from "#lib/scan/grade.ts";'],
  ["lib/bounce/a.ts", 'import { x } from "#lib/db/scans.ts";'],
  ["lib/bounce/a.ts", 'import { x } from "#lib/triage/join-evidence.ts";'],
  ["lib/scan/a.ts", 'import { x } from "#lib/triage/join-evidence.ts";'],
  ["lib/triage/a.ts", 'import { x } from "#lib/services/bounces/triage.ts";'],
  ["lib/triage/a.ts", 'import { x } from "#lib/dns/resolvers/live.ts";'],
  ["lib/triage/a.ts", 'import { x } from "#lib/engine/create-bounce-examiner.ts";'],
  ["lib/db/a.ts", 'import { x } from "#lib/services/scans/start.ts";'],
  ["lib/jobs/a.ts", 'import { x } from "#lib/worker/run.ts";'],
  ["lib/auth/a.ts", 'import { x } from "#lib/services/accounts/claim.ts";'],
  ["lib/mailer/a.ts", 'import { x } from "#lib/db/outbox.ts";'],
  ["lib/services/a.ts", 'import { cookies } from "next/headers";'],
  ["lib/services/a.ts", 'import { x } from "#lib/web/form-action.ts";'],
  ["lib/api/v1/a.ts", 'import { x } from "#lib/db/scans.ts";'],
  ["lib/cli/a.ts", 'import { x } from "#lib/services/scans/start.ts";'],
  ["lib/worker/a.ts", 'import { x } from "#lib/dns/resolvers/live.ts";'],
  ["lib/web/a.ts", 'import { x } from "#lib/db/scans.ts";'],
  ["components/report/a.tsx", 'import { x } from "#lib/scan/grade.ts";'],
  ["app/a.tsx", 'import { x } from "#lib/db/scans.ts";'],
];

const ALLOWED: readonly [file: string, code: string][] = [
  ["lib/dns/a.ts", 'import { x } from "#lib/values/clock.ts";'],
  ["lib/mail/spf/a.ts", 'import { x } from "#lib/dns/answer.ts";'],
  ["lib/scan/checks/a.ts", 'import { x } from "#lib/mail/spf/analyze.ts";'],
  ["lib/triage/a.ts", 'import { x } from "#lib/bounce/causes.ts";'],
  ["lib/triage/a.ts", 'import { x } from "#lib/mail/spf/check-host.ts";'],
  ["lib/triage/a.ts", 'import { x } from "#lib/dns/answer.ts";'],
  ["lib/services/a.ts", 'import { x } from "#lib/db/scans.ts";'],
  ["components/report/a.tsx", 'import type { X } from "#lib/scan/finding.ts";'],
];

const root = mkdtempSync(join(tmpdir(), "mailtriage-law-"));
beforeAll(() => cpSync(".oxlintrc.json", join(root, ".oxlintrc.json")));
afterAll(() => rmSync(root, { recursive: true }));

/** The rules that the linter reports for one file of this content. */
function complaints(file: string, code: string): string {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  const use = /import (?:type )?\{ (\w+) \}/u.exec(code)?.[1] ?? "x";
  writeFileSync(path, `${code}\nexport type Used = typeof ${use};\n`);
  try {
    return execFileSync(join(process.cwd(), "node_modules/.bin/oxlint"), ["--format=unix", file], {
      cwd: root,
      encoding: "utf8",
    });
  } catch (error) {
    return error instanceof Error && "stdout" in error ? String(error.stdout) : String(error);
  } finally {
    rmSync(path);
  }
}

test.each(FORBIDDEN)("%s may not contain %s", (file, code) => {
  expect(complaints(file, code)).toContain("no-restricted-imports");
});

test.each(ALLOWED)("%s may contain %s", (file, code) => {
  expect(complaints(file, code)).not.toContain("no-restricted-imports");
});
