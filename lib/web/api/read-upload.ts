import { createHash } from "node:crypto";
import { ApiProblem } from "#lib/api/v1/api-problem.ts";
import type { Upload } from "#lib/api/v1/define-operation.ts";
import { pointerTo } from "#lib/api/v1/input-errors.ts";
import type { ProblemErrorCode } from "#lib/api/v1/problems.ts";
import type { UploadedFile } from "./call.ts";
import { bytesOf } from "./read-body.ts";

/** The boundaries and headers around the file. */
const MOST_AROUND = 10_000;

/**
 * The file of a form (RFC 7578); null where the request is no form. Refuses with `body-too-large` or
 * `invalid-input`.
 */
export async function readUpload(
  request: Request,
  { mostBytes }: Upload<unknown>,
): Promise<UploadedFile | null> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*;/i.test(type) || request.headers.has("content-encoding")) return null;
  const octets = await bytesOf(request, mostBytes + MOST_AROUND);
  const form = await new Response(octets, { headers: { "content-type": type } }).formData().catch(() => null);
  if (form === null) throw refusal([], "malformed", "This is not a form that can be read (RFC 7578).");
  const unknown = [...form.keys()].find(name => name !== "file");
  if (unknown !== undefined) throw refusal([unknown], "unknown", "This is not known here.");
  const [file, ...others] = form.getAll("file");
  if (!(file instanceof File)) throw refusal(["file"], "missing", "This is needed, as a file.");
  if (others.length > 0) throw refusal(["file"], "too-long", "One file a call.");
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { name: file.name, bytes, digest: createHash("sha256").update(bytes).digest("hex") };
}

const refusal = (path: readonly string[], code: ProblemErrorCode, detail: string): ApiProblem =>
  new ApiProblem("invalid-input", { errors: [{ code, detail, pointer: pointerTo(path) }] });
