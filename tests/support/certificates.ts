import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Certificate {
  /** PEM. */
  readonly key: string;
  readonly cert: string;
}

export interface CertificateRequest {
  /** DNS names of the certificate; none makes one with a common name only. */
  readonly names: readonly string[];
  readonly commonName?: string;
  /** Days from now; the past makes an expired certificate. */
  readonly fromDay?: number;
  readonly toDay?: number;
  /** Further extensions as `openssl req -addext` takes them; for self-signed certificates. */
  readonly extensions?: readonly string[];
}

export interface Authority {
  /** PEM of the root, to be trusted by the client under test. */
  readonly cert: string;
  issue(request: CertificateRequest): Certificate;
}

/** A private certificate authority made with the `openssl` command; its files are gone when this returns. */
export function certificateAuthority(name = "Test CA"): Authority {
  const root = selfSigned({ names: [], commonName: name });
  return {
    cert: root.cert,
    issue: request =>
      inFolder(folder => {
        writeFileSync(join(folder, "ca.key"), root.key);
        writeFileSync(join(folder, "ca.pem"), root.cert);
        writeFileSync(join(folder, "ca.cnf"), configFor(folder, request));
        writeFileSync(join(folder, "index"), "");
        openssl(folder, [
          "req",
          "-new",
          ...KEY,
          "-keyout",
          "key",
          "-out",
          "csr",
          "-subj",
          subjectOf(request),
        ]);
        const dates = ["-startdate", dateIn(request.fromDay ?? -2), "-enddate", dateIn(request.toDay ?? 20)];
        openssl(folder, [
          "ca",
          "-batch",
          "-notext",
          "-rand_serial",
          "-config",
          "ca.cnf",
          "-in",
          "csr",
          "-out",
          "cert",
          ...dates,
        ]);
        return { key: read(folder, "key"), cert: read(folder, "cert") };
      }),
  };
}

/** A certificate that only vouches for itself. */
export const selfSigned = (request: CertificateRequest): Certificate =>
  inFolder(folder => {
    const names = request.names.map(name => `DNS:${name}`).join(",");
    const extension = names === "" ? [] : ["-addext", `subjectAltName=${names}`];
    const target = ["-keyout", "key", "-out", "cert", "-days", "30", "-subj", subjectOf(request)];
    const others = (request.extensions ?? []).flatMap(text => ["-addext", text]);
    openssl(folder, ["req", "-x509", ...KEY, ...target, ...extension, ...others]);
    return { key: read(folder, "key"), cert: read(folder, "cert") };
  });

const KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];

const subjectOf = ({ commonName, names }: CertificateRequest): string => `/CN=${commonName ?? names[0]}`;

const openssl = (cwd: string, args: readonly string[]): void => {
  execFileSync("openssl", args, { cwd, stdio: "pipe" });
};

const read = (folder: string, file: string): string => readFileSync(join(folder, file), "utf8");

const dateIn = (days: number): string =>
  `${new Date(Date.now() + days * 86_400_000).toISOString().replaceAll(/[-:T]|\..*/gu, "")}Z`;

const configFor = (folder: string, { names }: CertificateRequest): string => `
[ca]
default_ca = own
[own]
database = ${folder}/index
serial = ${folder}/serial
new_certs_dir = ${folder}
certificate = ${folder}/ca.pem
private_key = ${folder}/ca.key
default_md = sha256
policy = any
x509_extensions = leaf
unique_subject = no
[any]
commonName = supplied
[leaf]
basicConstraints = CA:FALSE
${names.length === 0 ? "" : `subjectAltName = ${names.map(name => `DNS:${name}`).join(",")}`}
`;

function inFolder<Made>(make: (folder: string) => Made): Made {
  const folder = mkdtempSync(join(tmpdir(), "certificate-"));
  try {
    return make(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
