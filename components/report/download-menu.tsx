import { Download } from "lucide-react";

const FORMATS = [
  { path: "report.md", label: "Markdown", hint: "for tickets and wikis" },
  { path: "report.json", label: "JSON", hint: "everything, for programs" },
  { path: "report.csv", label: "CSV", hint: "the findings, for tables" },
] as const;

/** The report as a file. Plain HTML: it opens without any script. */
export function DownloadMenu({ base }: { base: string }) {
  return (
    <details className="relative" name="report-menu">
      <summary className="inline-flex h-8 items-center gap-2 rounded-md border border-hairline bg-raised px-2.5 text-13 font-medium select-none hover:border-edge">
        <Download className="size-4" strokeWidth={1.5} aria-hidden="true" />
        Download
      </summary>
      <ul className="absolute right-0 z-10 mt-1 w-60 rounded-lg border border-hairline bg-raised p-1 shadow-floating max-sm:right-auto max-sm:left-0">
        {FORMATS.map(({ path, label, hint }) => (
          <li key={path}>
            <a
              href={`${base}/${path}`}
              download
              className="flex items-baseline justify-between gap-3 rounded-md px-3 py-2 hover:bg-sunken focus-visible:-outline-offset-2"
            >
              <span className="font-medium">{label}</span>
              <span className="text-13 text-ink-3">{hint}</span>
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
