import { CodeBlock } from "./code-block.tsx";

interface ApiBasicsProps {
  readonly site: string;
  readonly scopes: readonly { readonly scope: string; readonly words: string }[];
}

const PROBLEM = `HTTP/1.1 422 Unprocessable Content
Content-Type: application/problem+json

{
  "type": "/docs/api#invalid-input",
  "title": "The body does not say what it has to",
  "status": 422,
  "detail": "The body does not say what it has to.",
  "code": "invalid-input",
  "errors": [
    { "code": "missing", "detail": "This is needed.", "pointer": "#/domain" }
  ]
}`;

/** What holds for every call: keys, errors, sending again, waiting, limits. */
export const ApiBasics = ({ site, scopes }: ApiBasicsProps) => (
  <section aria-labelledby="basics" className="mt-14">
    <h2 id="basics" className="text-21">
      For every call
    </h2>
    <Basic id="keys" title="Keys">
      <p>
        A key is made on the{" "}
        <a href="/account/keys" className="prose-link">
          page of keys
        </a>
        , shown once, and sent in the <code>Authorization</code> header and nowhere else. An address with a
        key in it is refused. Scans can be started and read without a key too, within tighter limits, where
        the operator of this site lets strangers in.
      </p>
      <CodeBlock
        text={`curl ${site}/api/v1/me -H "Authorization: Bearer $MAILTRIAGE_KEY"`}
        label="Copy the call with a key"
      />
      <dl className="mt-4 grid gap-x-6 gap-y-1 text-15 sm:grid-cols-[8rem_minmax(0,1fr)]">
        {scopes.map(({ scope, words }) => (
          <div key={scope} className="contents">
            <dt>
              <code>{scope}</code>
            </dt>
            <dd className="text-ink-2 max-sm:mb-2">{words}</dd>
          </div>
        ))}
      </dl>
    </Basic>
    <Basic id="errors" title="Errors">
      <p>
        Every refusal is a problem document (RFC 9457). Rely on <code>code</code> and the codes in{" "}
        <code>errors</code>: they stay. Words may change. Members that are not known are refused and not
        ignored, so that a slip of the pen is not taken for a wish.
      </p>
      <CodeBlock text={PROBLEM} label="Copy the example of a problem" />
    </Basic>
    <Basic id="again" title="Sending a request again">
      <p>
        With an <code>Idempotency-Key</code> a request can be sent again without fear: the same key with the
        same request comes to the same scan or batch, for 24 hours and however many are sent at once. The same
        key with another request is refused. A request that was refused leaves its key free.
      </p>
    </Basic>
    <Basic id="waiting" title="Waiting">
      <p>
        A scan takes a few seconds. <code>Prefer: wait=20</code> holds the answer back until it is finished or
        the time is over, 30 seconds at most. Otherwise look again at <code>Location</code> after{" "}
        <code>Retry-After</code> seconds.
      </p>
    </Basic>
    <Basic id="limits" title="Limits">
      <p>
        Each answer tells in <code>RateLimit</code> what is left, of requests and of work: a scan costs one, a
        batch one for each domain. What is too much is refused with 429 and <code>Retry-After</code>; nothing
        of it is stored.
      </p>
      <CodeBlock
        text={`RateLimit-Policy: "requests";q=600;w=60, "work";q=5000;w=86400\nRateLimit: "requests";r=598;t=1, "work";r=4990;t=173`}
        label="Copy the example of limits"
      />
    </Basic>
    <Basic id="lists" title="Lists">
      <p>
        A list comes in pages with the newest first. While <code>next</code> is not null, send it back as{" "}
        <code>cursor</code> for the next page. Nothing is skipped or told twice, whatever is added meanwhile.
      </p>
    </Basic>
  </section>
);

const Basic = ({ id, title, children }: { id: string; title: string; children: React.ReactNode }) => (
  <div className="mt-8 max-w-[68ch]">
    <h3 id={id} className="text-17">
      {title}
    </h3>
    <div className="mt-1.5 text-ink-2">{children}</div>
  </div>
);
