"use client";

import { useRef, useState } from "react";

const hasFile = (event: React.DragEvent): boolean => event.dataTransfer.types.includes("Files");

/** Lets a file be dropped anywhere on a form, as if it had been chosen in its file field. */
export function useFileDrop() {
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [over, setOver] = useState(false);

  const chooseFile = (files: FileList | null) => {
    if (files !== null && input.current !== null && input.current.files !== files)
      input.current.files = files;
    if (files === null && input.current !== null) input.current.value = "";
    setFile(files?.[0] ?? null);
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
      chooseFile(event.dataTransfer.files);
    },
  };
  return { file, input, over, chooseFile, dropTarget };
}
