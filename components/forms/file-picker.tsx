import { Paperclip, X } from "lucide-react";

const ACCEPTED = ".eml,.msg,.txt,.mbox,.log,.csv,.json,.zip,.gz,message/rfc822,text/plain";

interface FilePickerProps {
  readonly input: React.RefObject<HTMLInputElement | null>;
  readonly file: File | null;
  readonly onChoose: (files: FileList | null) => void;
}

/** Chooses a file; the native field stays in place for keyboards and for pages without JavaScript. */
export function FilePicker({ input, file, onChoose }: FilePickerProps) {
  return (
    <div className="flex min-w-0 items-center gap-1 text-13 text-ink-2">
      <label className="file-picker inline-flex h-10 min-w-0 cursor-pointer items-center gap-2 rounded-md px-2.5 hover:bg-sunken hover:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent">
        <Paperclip className="size-4 shrink-0" strokeWidth={1.5} aria-hidden="true" />
        <span className="needs-script truncate">
          {file === null ? "Or a file: .eml, .msg, .mbox, .log, .zip" : file.name}
        </span>
        <input
          ref={input}
          type="file"
          name="file"
          accept={ACCEPTED}
          aria-label="A bounce as a file"
          onChange={event => onChoose(event.target.files)}
          className="file-field"
        />
      </label>
      {file === null ? null : (
        <button
          type="button"
          aria-label={`Remove ${file.name}`}
          onClick={() => onChoose(null)}
          className="grid size-8 shrink-0 place-items-center rounded-md hover:bg-sunken"
        >
          <X className="size-4" strokeWidth={1.5} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
