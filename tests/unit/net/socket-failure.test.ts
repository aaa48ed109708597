import { describe, expect, it } from "vitest";
import { codeFailure } from "#lib/net/socket-failure.ts";

const coded = (code: string) => codeFailure(Object.assign(new Error("x"), { code }));

describe("codeFailure", () => {
  it.each([
    ["ECONNREFUSED", "connect-failed"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "tls-name-mismatch"],
    ["CERT_HAS_EXPIRED", "tls-expired"],
    ["CERT_NOT_YET_VALID", "tls-expired"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "tls-untrusted"],
    ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "tls-untrusted"],
    ["ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION", "tls-failed"],
    ["EPROTO", "tls-failed"],
    ["HPE_INVALID_CONSTANT", "bad-response"],
  ])("%s is theirs: %s", (code, failure) => {
    expect(coded(code)).toEqual({ failure, ours: false });
  });

  it.each(["ECONNRESET", "ENETUNREACH", "EHOSTUNREACH", "ETIMEDOUT", "EACCES", "EMFILE", ""])(
    "%s may be ours",
    code => {
      expect(coded(code)).toEqual({ failure: "connect-failed", ours: true });
    },
  );

  it("takes anything", () => {
    for (const error of [null, undefined, "x", {}, { code: 5 }]) expect(codeFailure(error).ours).toBe(true);
  });
});
