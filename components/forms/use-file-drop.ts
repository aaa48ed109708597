"use client";

import { useEffect, useRef, useState } from "react";

const hasFile = (event: React.DragEvent): boolean => event.dataTransfer.types.includes("Files");

/**
 * Lets files be dropped anywhere on a form, as if they had been chosen in its file field. They stay chosen when the
 * form comes back with a refusal, which empties the field.
 */
export function useFileDrop() {
  const input = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [over, setOver] = useState(false);

  useEffect(() => {
    const field = input.current;
    // The event comes before the fields are emptied.
    const keep = () => queueMicrotask(() => field !== null && putInto(field, files));
    field?.form?.addEventListener("reset", keep);
    return () => field?.form?.removeEventListener("reset", keep);
  }, [files]);

  const chooseFiles = (chosen: FileList | null) => {
    if (chosen !== null && input.current !== null && input.current.files !== chosen)
      input.current.files = chosen;
    if (chosen === null && input.current !== null) input.current.value = "";
    setFiles(chosen === null ? [] : [...chosen]);
  };
  const dropTarget = {
    onDragOver: (event: React.DragEvent) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: React.DragEvent) => {
      setOver(false);
      if (!hasFile(event)) return;
      event.preventDefault();
      chooseFiles(event.dataTransfer.files);
    },
  };
  return { files, input, over, chooseFiles, dropTarget };
}

function putInto(field: HTMLInputElement, files: readonly File[]): void {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  field.files = transfer.files;
}
