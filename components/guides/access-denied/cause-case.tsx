interface CauseCaseProps {
  readonly id: string;
  readonly title: string;
  /** Of all replies with these words. */
  readonly often: string;
  readonly who: string;
  readonly signs: readonly string[];
  readonly against: readonly string[];
  readonly children?: React.ReactNode;
}

/** One cause: how often, who acts, what speaks for it and against it. */
export const CauseCase = ({ id, title, often, who, signs, against, children }: CauseCaseProps) => (
  <section
    aria-labelledby={id}
    className="mt-6 grid break-inside-avoid gap-x-8 gap-y-2 border-t border-hairline pt-5 md:grid-cols-[13rem_minmax(0,1fr)]"
  >
    <dl className="grid content-start gap-1 text-13">
      <div>
        <dt className="inline text-ink-3">How often: </dt>
        <dd className="inline">{often}</dd>
      </div>
      <div>
        <dt className="inline text-ink-3">Who acts: </dt>
        <dd className="inline">{who}</dd>
      </div>
    </dl>
    <div className="min-w-0 max-md:row-start-1">
      <h3 id={id} className="text-17">
        {title}
      </h3>
      <Signs label="For it" mark="+" signs={signs} />
      <Signs label="Against it" mark="−" signs={against} />
      {children}
    </div>
  </section>
);

const Signs = ({ label, mark, signs }: { label: string; mark: string; signs: readonly string[] }) => (
  <ul aria-label={label} className="mt-2 grid max-w-[68ch] gap-1 text-ink-2">
    {signs.map(sign => (
      <li key={sign} className="grid grid-cols-[1rem_minmax(0,1fr)] gap-x-2">
        <span aria-hidden="true" className="text-center font-mono text-ink-3">
          {mark}
        </span>
        <span>{sign}</span>
      </li>
    ))}
  </ul>
);
