import type { RecordView } from "#lib/web/scan-view/scan-view.ts";
import { ForeignText } from "../ui/foreign-text.tsx";
import { RecordRow } from "./record-row.tsx";

/** A file to publish on a web server: its address and its lines, each to copy. */
export const FileBlock = ({ record }: { record: RecordView }) => (
  <figure className="min-w-0 overflow-hidden rounded-lg border border-hairline bg-raised">
    <figcaption className="border-b border-hairline px-4 py-2 text-13 font-medium text-ink-2">
      Publish this file
    </figcaption>
    <dl className="px-4 py-1">
      <RecordRow term="Address" copy={record.name} long>
        <span className="break-all">
          <ForeignText text={record.name} />
        </span>
      </RecordRow>
      <RecordRow term="Content" copy={record.value} long>
        <span className="whitespace-pre-wrap [overflow-wrap:anywhere]">
          <ForeignText text={record.value.trimEnd()} lines />
        </span>
      </RecordRow>
    </dl>
  </figure>
);
