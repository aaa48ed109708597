/** A registered-style host name in A-label form: lower-case, no final dot, at least two labels. */
export type DomainName = string & { readonly __brand: "DomainName" };
