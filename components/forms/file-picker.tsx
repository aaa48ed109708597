import { Paperclip, X } from "lucide-react";

const ACCEPTED = ".eml,.msg,.txt,.mbox,.log,.csv,.json,.zip,.gz,message/rfc822,text/plain";

interface FilePickerProps {
  readonly input: React.RefObject<HTMLInputElement | null>;
  readonly files: readonly File[];
  readonly onChoose: (files: FileList | null) => void;
}

/** Chooses files; the native field stays in place for keyboards and for pages without JavaScript. */
export function FilePicker({ input, files, onChoose }: FilePickerProps) {
  const chosen = chosenWords(files);
  return (
    <div className="flex min-w-0 items-center gap-1 text-13 text-ink-2">
      <label className="file-picker inline-flex h-10 min-w-0 cursor-pointer items-center gap-2 rounded-md px-2.5 hover:bg-sunken hover:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent">
        <Paperclip className="size-4 shrink-0" strokeWidth={1.5} aria-hidden="true" />
        <span className="needs-script truncate">{chosen ?? "Or files: .eml, .msg, .mbox, .log, .zip"}</span>
        <input
          ref={input}
          type="file"
          name="file"
          multiple
          accept={ACCEPTED}
          aria-label="Bounces as files"
          onChange={event => onChoose(event.target.files)}
          className="file-field"
        />
      </label>
      {chosen === null ? null : (
        <button
          type="button"
          aria-label={`Remove ${chosen}`}
          onClick={() => onChoose(null)}
          className="grid size-8 shrink-0 place-items-center rounded-md hover:bg-sunken"
        >
          <X className="size-4" strokeWidth={1.5} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

const chosenWords = ([first, ...others]: readonly File[]): string | null => {
  if (first === undefined) return null;
  return others.length === 0 ? first.name : `${others.length + 1} files`;
};
