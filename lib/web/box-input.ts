import { sampleBounce } from "#lib/services/intake/samples.ts";
import type { BounceInput } from "#lib/services/bounces/schemas.ts";
import type { FormFields } from "./form-action.ts";

/** What the one box was sent with: a text, files, or the name of a sample. */
export async function boxInput(fields: FormFields, data: FormData): Promise<BounceInput> {
  const uploads = data.getAll("file").filter(entry => entry instanceof File);
  const files = uploads.map(async file => ({
    name: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
  }));
  const sample = sampleBounce(fields["sample"] ?? "");
  return { text: sample ?? fields["text"] ?? "", files: await Promise.all(files) };
}
