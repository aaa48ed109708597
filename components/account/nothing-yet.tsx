/** An empty list: what would be in it, and how to get it there. */
export const NothingYet = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <div className="mt-10 max-w-[62ch] border-t border-hairline pt-6">
    <p className="text-17 font-medium">{title}</p>
    <p className="mt-1 text-ink-2">{children}</p>
  </div>
);
