import { defineRules } from "../define-rule.ts";

const ORANGE = "https://postmaster.orange.fr/";
const FREE = "https://postmaster.free.fr/";
const SFR = "https://postmaster.sfr.fr/";
const LIBERO = "https://postmaster.libero.it/";

/** Replies of large access providers in France, Italy, Poland, Czechia, Belgium, Britain and Switzerland, by their words. */
export const europeanProviders = defineRules({
  name: "european-providers",
  providers: [
    "orange-fr",
    "laposte",
    "free-fr",
    "sfr",
    "bbox",
    "ovh",
    "libero",
    "tim",
    "tiscali",
    "aruba",
    "seznam",
    "wp",
    "onet",
    "interia",
    "telenet",
    "proximus",
    "kpn",
    "ziggo",
    "bt",
    "virgin-media",
    "talktalk",
    "bluewin",
    "telia",
    "gandi",
    "infomaniak",
  ],
  tier: "provider-text",
  rules: [
    {
      id: "european-providers/orange-unknown-recipient",
      cause: "recipient_unknown",
      probability: 0.96,
      when: { text: /adresse d ?'?au moins un destinataire invalide|\bofr_?\d{0,3}_?416\b/i },
      distinctive: true,
      source: ORANGE,
      examples: [
        "550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR004_416 [416]",
      ],
    },
    {
      id: "european-providers/orange-full",
      cause: "mailbox_full",
      probability: 0.96,
      when: {
        text: [
          /bo[iî]te (?:du destinataire|aux lettres|mail)? ?(?:est )?pleine|\bofr_?\d{0,3}_?417\b/i,
          /quota (?:du destinataire )?d[eé]pass[eé]/i,
        ],
      },
      distinctive: true,
      source: ORANGE,
      examples: ["552 5.2.2 Boite du destinataire pleine. Recipient overquota. OFR004_417 [417]"],
    },
    {
      id: "european-providers/orange-too-many-connections",
      cause: "too_many_connections",
      probability: 0.93,
      when: { text: /trop de connexions|too many connections, slow down.{0,20}\b(?:ofr|lpn)/i },
      distinctive: true,
      source: ORANGE,
      examples: [
        "421 mwinf5c04 ME Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. OFR004_104 [104]",
      ],
    },
    {
      id: "european-providers/orange-sender-refused",
      cause: "sender_address_invalid",
      probability: 0.9,
      when: {
        text: [
          /adresse (?:d ?'?)?(?:e|é)mett?(?:rice|eur) (?:non|invalide|refus)/i,
          /mail from .{0,80}domaine? .{0,20}inexistant|\bofr_?\d{0,3}_?109\b/i,
        ],
      },
      distinctive: true,
      source: ORANGE,
      examples: ["501 5.1.0 Adresse emetteur invalide. Invalid Sender. OFR004_405 [405]"],
    },
    {
      id: "european-providers/laposte-reputation",
      cause: "reputation_low",
      probability: 0.8,
      otherCauses: [{ cause: "rate_limited", probability: 0.12 }],
      when: {
        text: /\blpn\d{3}_(?:4|5)\d{2}\b(?!.{0,120}(?:inexistant|inconnu|invalid|unknown|full|pleine))/i,
      },
      distinctive: true,
      source: "https://postmaster.laposte.net/",
      examples: [
        "550 5.5.0 Service refuse. Veuillez essayer plus tard. service refused, please try later. LPN007_510",
      ],
    },
    {
      id: "european-providers/orange-service-refused",
      cause: "reputation_low",
      probability: 0.75,
      otherCauses: [
        { cause: "ip_blocklisted_private", probability: 0.15 },
        { cause: "spam_content", probability: 0.08 },
      ],
      when: {
        text: /service refus[eé]\. veuillez essayer plus tard|\bofr_?\d{0,3}_?(?:102|106|108|506|515)\b/i,
      },
      distinctive: true,
      source: ORANGE,
      examples: [
        "421 mwinf5c77 ME Service refuse. Veuillez essayer plus tard. Service refused, please try later. OFR_999 [999]",
        "550 5.2.0 Mail rejete. Mail rejected. OFR_506 [506]",
      ],
    },
    {
      id: "european-providers/free-spam-detected",
      cause: "spam_content",
      probability: 0.88,
      when: { text: /spam detected by|\bspam message detected\b/i },
      source: FREE,
      examples: ["550 spam detected by proxad [mx26-g26.free.fr]"],
    },
    {
      id: "european-providers/free-too-many-errors",
      cause: "rate_limited",
      probability: 0.85,
      when: { text: /too many errors from your ip|please retry later.{0,40}free\.fr/i },
      distinctive: true,
      source: FREE,
      examples: [
        "421 Too many errors from your ip (192.0.2.10), please visit http://postmaster.free.fr/ (in reply to end of DATA)",
      ],
    },
    {
      id: "european-providers/free-ip-refused",
      cause: "ip_blocklisted_private",
      probability: 0.85,
      when: { text: /too much spam from your ip|connection refused by free|too many spams? from your ip/i },
      distinctive: true,
      source: FREE,
      examples: [
        "554 5.7.1 too much spam from your IP (192.0.2.10), please visit http://postmaster.free.fr/",
      ],
    },
    {
      id: "european-providers/sfr-refused",
      cause: "reputation_low",
      probability: 0.75,
      otherCauses: [{ cause: "ip_blocklisted_private", probability: 0.2 }],
      when: { text: /postmaster\.sfr\.fr|client host blocked.{0,40}sfr/i },
      source: SFR,
      examples: ["554 5.7.1 Client host rejected: please see http://postmaster.sfr.fr/ for error 4242"],
    },
    {
      id: "european-providers/sfr-inactive",
      cause: "recipient_disabled",
      probability: 0.92,
      when: {
        text: /(?:adresse|compte|bo[iî]te).{0,40}(?:inacti(?:f|ve)|d[eé]sactiv[eé]e?|suspendue?|ferm[eé]e?)/i,
      },
      source: SFR,
      examples: ["550 5.2.1 boite aux lettres inactive [sfr.fr]"],
    },
    {
      id: "european-providers/libero-cloudmark",
      cause: "ip_blocklisted",
      probability: 0.9,
      when: { text: /ip blacklisted by csi|lib_10[24]/i },
      distinctive: true,
      source: LIBERO,
      examples: [
        "550 smtp-32.iol.local smtp-32.iol.local IP blacklisted by CSI. For remediation please use http://csi.cloudmark.com/reset-request/?ip=192.0.2.10 [smtp-32.iol.local; LIB_102]",
      ],
    },
    {
      id: "european-providers/libero-too-many",
      cause: "too_many_connections",
      probability: 0.85,
      otherCauses: [{ cause: "rate_limited", probability: 0.12 }],
      when: { text: /lib_10[013]|lib_110/i },
      distinctive: true,
      source: LIBERO,
      examples: [
        "421 smtp-16.iol.local smtp-16.iol.local Too many connections, slow down [smtp-16.iol.local; LIB_100]",
      ],
    },
    {
      id: "european-providers/libero-user-unknown",
      cause: "recipient_unknown",
      probability: 0.95,
      when: { text: /lib_60[0-9]|account inesistente/i },
      distinctive: true,
      source: LIBERO,
      examples: ["550 5.1.1 account inesistente: nessuno@libero.it [smtp-16.iol.local; LIB_605]"],
    },
    {
      id: "european-providers/tim-smtp-error",
      cause: "ip_blocklisted_private",
      probability: 0.7,
      otherCauses: [{ cause: "reputation_low", probability: 0.25 }],
      when: {
        text: [
          /your ip .{0,60}(?:in our|in the) (?:black|block)list/i,
          /ip (?:is )?blocked.{0,40}(?:alice|tim|telecom)/i,
        ],
      },
      source: "observed: replies of alice.it",
      examples: ["554 5.7.1 your IP 192.0.2.10 is in our blacklist, see http://assistenza.tim.it"],
    },
    {
      id: "european-providers/seznam-unknown",
      cause: "recipient_unknown",
      probability: 0.95,
      when: {
        text: [
          /(?:adresa|schránka|uživatel) (?:příjemce )?(?:neexistuje|nebyla? nalezena?)/i,
          /mailbox for .{1,90} does not exist/i,
        ],
      },
      distinctive: true,
      source: "https://o-seznam.cz/napoveda/email/",
      examples: ["550 5.1.1 Adresa neexistuje <nikdo@seznam.cz>"],
    },
    {
      id: "european-providers/bt-reputation",
      cause: "reputation_low",
      probability: 0.75,
      otherCauses: [
        { cause: "spam_content", probability: 0.1 },
        { cause: "ip_blocklisted_private", probability: 0.1 },
      ],
      when: {
        text: [
          /bt (?:internet )?(?:does not|doesn't) accept|rejected by bt/i,
          /message rejected.{0,40}btinternet|ip .{0,40}rejected due to (?:poor|bad) reputation/i,
        ],
      },
      source: "observed: replies of btinternet.com",
      examples: [
        "554 5.7.1 message rejected: IP 192.0.2.10 rejected due to poor reputation, contact btinternet.com",
      ],
    },
    {
      id: "european-providers/telenet-reputation",
      cause: "reputation_low",
      probability: 0.8,
      otherCauses: [{ cause: "ip_blocklisted", probability: 0.15 }],
      when: {
        text: /(?:\bip\b|host).{0,60}(?:bad|poor) reputation|4\.7\.0 .{0,40}tl0\d|telenet.{0,60}reputation/i,
      },
      source: "observed: replies of telenet.be",
      examples: ["554 albert.telenet-ops.be 192.0.2.10 bad reputation; see http://www.telenet.be/refusal"],
    },
    {
      id: "european-providers/ovh-spam",
      cause: "spam_content",
      probability: 0.85,
      when: {
        text: [
          /content (?:looks|is considered) (?:like )?spam/i,
          /message (?:classified|considered) (?:as )?spam/i,
        ],
      },
      source: "https://help.ovhcloud.com/csm/en-mail-mxplan",
      examples: ["554 5.7.1 Message classified as spam by mxplan [mx1.mail.ovh.net]"],
    },
    {
      id: "european-providers/ovh-account-blocked",
      cause: "sending_account_blocked",
      probability: 0.9,
      when: {
        text: [
          /account has been blocked .{0,60}ovh|ovh.{0,40}(?:account|sender) (?:is )?blocked/i,
          /sending is disabled for spam/i,
        ],
      },
      source: "https://help.ovhcloud.com/csm/en-mail-mxplan",
      examples: [
        "535 5.7.1 Your account has been blocked for sending spam, contact the OVH support: ovh.com",
      ],
    },
  ],
});
