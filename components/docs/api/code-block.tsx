import { CopyButton } from "../../ui/copy-button.tsx";

interface CodeBlockProps {
  readonly text: string;
  /** What is copied, for screen readers: "Copy the call". */
  readonly label: string;
}

/** Text for a terminal or a program, to copy as it is. */
export const CodeBlock = ({ text, label }: CodeBlockProps) => (
  <div className="mt-4 flex items-start gap-2 rounded-lg border border-hairline bg-raised pr-1.5 pl-4">
    <pre tabIndex={0} className="min-w-0 grow overflow-x-auto py-3 text-13">
      {text}
    </pre>
    <CopyButton text={text} label={label} className="mt-1.5" />
  </div>
);
