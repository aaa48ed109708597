"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { cn } from "./class-names.ts";

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for screen readers: "Copy value". */
  readonly label: string;
  /** Shows the label beside the icon. */
  readonly wide?: boolean;
  readonly className?: string;
}

/** Copies exactly the given text and says so. Needs JavaScript; without it the text can be selected. */
export function CopyButton({ text, label, wide = false, className }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  const Icon = copied ? Check : Copy;
  return (
    <button
      type="button"
      onClick={copy}
      aria-label={wide ? undefined : label}
      className={cn(
        "needs-script inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md text-13 font-medium transition-colors",
        wide ? "h-10 border border-hairline bg-raised px-3.5 text-15 text-ink hover:border-edge" : "size-8",
        copied ? "text-pass" : wide ? "" : "text-ink-3 hover:bg-sunken hover:text-ink",
        className,
      )}
    >
      <Icon className="size-4" strokeWidth={1.5} aria-hidden="true" />
      {wide ? (copied ? "Copied" : label) : null}
      <span role="status" className="sr-only">
        {copied ? "Copied" : ""}
      </span>
    </button>
  );
}
